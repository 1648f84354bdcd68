"use client";

import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { FilterChoices } from "@/components/leads/filter/fields";
import { laterMessages } from "@/components/leads/later-messages";
import type { LeadRow } from "@/components/leads/queries";
import { classes } from "@/components/ui/classes";
import { currencyExponent } from "@/lib/kit/money";
import { typeNumber } from "@/lib/kit/read-number";
import { type EditKind, editKindOf } from "./edit-kind";
import { type CellContent, contentOf } from "./editable";
import { PickEditor } from "./pick-editor";
import { readContent } from "./read-content";

export type CellEditorProps = {
  lead: LeadRow;
  column: string;
  label: string;
  known: FilterChoices;
  /** Takes the new content; it is not called when nothing changed. */
  onSave: (content: CellContent) => void;
  /** Leaves the cell: for the next one across (1), the one before (-1), or none (0). */
  onLeave: (by: -1 | 0 | 1) => void;
};

/** The control in which a cell is edited. Enter and Tab save, Escape leaves it as it was. */
export function CellEditor({ lead, onSave, ...others }: CellEditorProps) {
  // Others may change the lead meanwhile: what is saved is held against what the person saw.
  const [opened] = useState({ lead, onSave });
  const props = { ...others, ...opened };
  const kind = editKindOf(props.column, props.known);
  if (kind === null) return null;
  return kind === "choice" || kind === "choices" || kind === "flag" ? (
    <PickEditor {...props} kind={kind} />
  ) : (
    <TextEditor {...props} kind={kind} />
  );
}

const inputTypes: Partial<Record<EditKind, string>> = { email: "email", phone: "tel", date: "date" };

function TextEditor({ lead, column, label, kind, onSave, onLeave }: CellEditorProps & { kind: EditKind }) {
  const before = contentOf(lead, column);
  const written =
    typeof before === "number"
      ? typeNumber(kind === "money" ? before / 10 ** currencyExponent(lead.currency) : before)
      : String(before ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const isLeft = useRef(false);
  const problemId = useId();

  const leave = (typed: string, by: -1 | 0 | 1, mayStay: boolean) => {
    if (isLeft.current) return;
    const read = readContent(kind, typed, { currency: lead.currency, isRequired: column === "name" });
    if ("problem" in read && mayStay) {
      setProblem(read.problem);
      return;
    }
    isLeft.current = true;
    if ("content" in read && read.content !== (before ?? null)) onSave(read.content);
    onLeave(by);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { value } = event.currentTarget;
    if (event.key === "Enter") leave(value, 0, true);
    else if (event.key === "Tab") leave(value, event.shiftKey ? -1 : 1, true);
    else if (event.key === "Escape") {
      isLeft.current = true;
      onLeave(0);
    } else return;
    event.preventDefault();
  };
  return (
    <span className="relative -mx-3 flex h-full flex-1 items-stretch">
      <input
        autoFocus
        type={inputTypes[kind] ?? "text"}
        inputMode={kind === "money" || kind === "number" ? "decimal" : undefined}
        aria-label={laterMessages.edit(label, lead.name)}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        defaultValue={written}
        maxLength={1000}
        onFocus={(event) => event.currentTarget.type !== "date" && event.currentTarget.select()}
        onKeyDown={press}
        onChange={() => setProblem(null)}
        onBlur={(event) => leave(event.currentTarget.value, 0, false)}
        className={classes(
          "bg-raised outline-focus aria-invalid:outline-negative w-full min-w-0 px-3 text-sm outline-2 -outline-offset-2",
          (kind === "money" || kind === "number") && "figures text-right",
        )}
      />
      {problem !== null && (
        <span
          id={problemId}
          role="alert"
          className="bg-raised text-negative shadow-popup absolute top-full left-0 z-50 mt-1 rounded-md px-2 py-1 text-xs"
        >
          {problem}
        </span>
      )}
    </span>
  );
}
