"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { cellChoices } from "@/components/leads/edit/cell-choices";
import { type CellContent, contentOf } from "@/components/leads/edit/editable";
import type { FilterChoices } from "@/components/leads/filter/fields";
import { messages as leadMessages } from "@/components/leads/messages";
import type { LeadRow } from "@/components/leads/queries";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogCancel } from "@/components/ui/dialog";
import { Cell, HeadCell, Table } from "@/components/ui/table";
import { currencyExponent } from "@/lib/kit/money";
import { sayNumber } from "@/lib/kit/number";
import { pasteMessages as messages } from "./messages";
import { type Pasted, type PastedCell, type PastedColumn, type PastePlan, planPaste } from "./plan-paste";
import { type ReadCell, saveCells } from "./save-cells";

export type PasteCellsProps = {
  pasted: Pasted;
  /** Why leads were refused already, by their ids. */
  refused: ReadonlyMap<string, string>;
  leads: readonly LeadRow[];
  columns: readonly PastedColumn[];
  known: FilterChoices;
  /** It is done, or was left. */
  onDone: () => void;
};

/** How many cells the preview shows. */
const mostShown = 50;

/** Shows what a paste changes, and what of it does not fit, before it is done. */
export function PasteCells({ pasted, leads, columns, known, onDone, ...before }: PasteCellsProps) {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const [refused, setRefused] = useState(before.refused);
  // What the rows have while it is being saved is what was pasted already.
  const [saved, setSaved] = useState<PastePlan | null>(null);
  const plan = useMemo(() => planPaste(pasted, leads, columns, known), [pasted, leads, columns, known]);
  const { cells, unchanged, leftOut } = saved ?? plan;
  const shown = cells.map((cell): ShownCell => ({ ...cell, reason: reasonOf(cell, refused) }));
  const fitting = shown.flatMap((cell): ReadCell[] => ("content" in cell && cell.reason === null ? [cell] : []));
  const problems = shown.length - fitting.length;
  const save = async () => {
    setSaved(plan);
    const answer = await saveCells({ client, offerUndo, known }, fitting);
    setSaved(null);
    setRefused(new Map([...refused, ...answer.refused]));
    if (answer.isSaved) onDone();
  };
  return (
    <Dialog
      title={messages.title(fitting.length)}
      description={fitting.length > 0 ? messages.hint : undefined}
      open
      onOpenChange={(isOpen) => !isOpen && saved === null && onDone()}
    >
      <div
        className="border-line max-h-80 overflow-auto rounded-md border"
        tabIndex={0}
        role="group"
        aria-label={messages.preview}
      >
        <Table>
          <thead className="bg-surface sticky top-0">
            <tr>
              <HeadCell>{messages.lead}</HeadCell>
              <HeadCell>{messages.column}</HeadCell>
              <HeadCell>{messages.before}</HeadCell>
              <HeadCell>{messages.after}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, mostShown).map((cell) => (
              <PreviewRow key={`${cell.lead.id} ${cell.column.id}`} cell={cell} known={known} />
            ))}
          </tbody>
        </Table>
      </div>
      <div className="text-ink-muted mt-3 space-y-1 text-sm">
        {shown.length > mostShown && <p>{messages.more(shown.length - mostShown)}</p>}
        {problems > 0 && <p className="text-negative">{messages.refused(problems)}</p>}
        {unchanged > 0 && <p>{messages.unchanged(unchanged)}</p>}
        {leftOut > 0 && <p>{messages.leftOut(leftOut)}</p>}
      </div>
      <DialogActions>
        <DialogCancel />
        {fitting.length > 0 && (
          <Button variant="primary" busy={saved !== null} onClick={() => void save()}>
            {messages.paste(fitting.length)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

/** A cell, and why it is not changed: its text does not fit, or the server refused its lead. */
type ShownCell = PastedCell & { reason: string | null };

const reasonOf = (cell: PastedCell, refused: ReadonlyMap<string, string>): string | null =>
  "problem" in cell ? cell.problem : (refused.get(cell.lead.id) ?? null);

function PreviewRow({ cell, known }: { cell: ShownCell; known: FilterChoices }) {
  const { lead, column, typed, reason } = cell;
  return (
    <tr>
      <Cell className="max-w-36 truncate">{lead.name}</Cell>
      <Cell className="text-ink-muted max-w-24 truncate">{column.label}</Cell>
      <Cell className="text-ink-muted max-w-28 truncate">
        {sayContent(lead, column.id, contentOf(lead, column.id), known)}
      </Cell>
      <Cell className="max-w-40">
        {reason === null && "content" in cell ? (
          <span className="block truncate font-medium">{sayContent(lead, column.id, cell.content, known)}</span>
        ) : (
          <>
            <span className="block truncate">{typed}</span>
            <span className="text-negative block text-xs">{reason}</span>
          </>
        )}
      </Cell>
    </tr>
  );
}

function sayContent(lead: LeadRow, column: string, content: CellContent, known: FilterChoices): string {
  if (content === null || content === "" || (Array.isArray(content) && content.length === 0))
    return column === "owner" ? leadMessages.nobody : messages.empty;
  if (Array.isArray(content)) return content.join(", ");
  if (typeof content === "boolean") return content ? leadMessages.yes : leadMessages.no;
  if (column === "valueMinor" && typeof content === "number")
    return sayNumber(content / 10 ** currencyExponent(lead.currency));
  return cellChoices(lead, column, known).find(({ value }) => value === content)?.label ?? String(content);
}
