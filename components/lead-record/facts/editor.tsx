"use client";

import { type KeyboardEvent, type SubmitEvent, useId, useRef, useState } from "react";
import { messages } from "@/components/lead-record/messages";
import { problemWith } from "@/components/lead-record/use-patch-lead";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { inputClass } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { type Editing, fromText, toText } from "./editing";

type EditorProps = {
  name: string;
  label: string;
  value: unknown;
  editing: Editing;
  onSave: (value: unknown) => Promise<void>;
  onClose: () => void;
};

/** The control of one field. Enter and leaving it save, Escape leaves it as it was. */
export function Editor({ name, label, editing, onClose, ...opened }: EditorProps) {
  // Others may change the field meanwhile: what is saved is held against what the person saw.
  const [{ value, onSave }] = useState(opened);
  const [text, setText] = useState(() => toText(editing, value));
  const [problem, setProblem] = useState<string | null>(null);
  const messageId = useId();
  // Leaving the control after Enter or Escape is no second answer.
  const answered = useRef(false);
  const close = () => {
    answered.current = true;
    onClose();
  };
  const save = async (given = text) => {
    if (answered.current) return;
    const read = fromText(editing, given);
    if ("problem" in read) return setProblem(read.problem);
    if (JSON.stringify(read.value ?? null) === JSON.stringify(value ?? null)) return close();
    answered.current = true;
    try {
      await onSave(read.value);
      close();
    } catch (error) {
      const found = problemWith(error, name);
      if (found === null) return close();
      answered.current = false;
      setProblem(found);
    }
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" && (editing.type !== "long" || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    }
  };
  const shared = {
    "aria-label": label,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": problem || editing.hint ? messageId : undefined,
    autoFocus: true,
    onKeyDown: byKey,
  };
  return (
    <div className="-my-1 flex flex-col gap-1">
      {editing.type === "choice" ? (
        <NativeSelect
          {...shared}
          value={text}
          onBlur={() => void save()}
          onChange={(event) => {
            setText(event.target.value);
            void save(event.target.value);
          }}
        >
          {!editing.required && <option value="">{messages.empty}</option>}
          {editing.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </NativeSelect>
      ) : editing.type === "choices" ? (
        <Choices
          label={label}
          chosen={text === "" ? [] : text.split("\n")}
          options={editing.options}
          onKeyDown={byKey}
          onSave={(next) => void save(next.join("\n"))}
          onCancel={close}
        />
      ) : editing.type === "long" ? (
        <textarea
          {...shared}
          rows={Math.min(12, Math.max(3, text.split("\n").length + 1))}
          value={text}
          onBlur={() => void save()}
          onChange={(event) => setText(event.target.value)}
          className={classes(inputClass, "h-auto py-1.5 text-sm")}
        />
      ) : (
        <input
          {...shared}
          type={editing.input ?? "text"}
          inputMode={editing.mode}
          value={text}
          onBlur={() => void save()}
          onChange={(event) => setText(event.target.value)}
          className={classes(inputClass, "text-sm", editing.numeric && "figures")}
        />
      )}
      {(problem ?? editing.hint) && (
        <p
          id={messageId}
          role={problem ? "alert" : undefined}
          className={problem ? "text-negative text-xs" : "text-ink-faint text-xs"}
        >
          {problem ?? editing.hint}
        </p>
      )}
    </div>
  );
}

type ChoicesProps = {
  label: string;
  chosen: string[];
  options: { value: string; label: string }[];
  onKeyDown: (event: KeyboardEvent) => void;
  onSave: (chosen: string[]) => void;
  onCancel: () => void;
};

function Choices({ label, chosen: before, options, onKeyDown, onSave, onCancel }: ChoicesProps) {
  const [chosen, setChosen] = useState(before);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSave(chosen);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape leaves any of its controls
    <form
      onSubmit={submit}
      onKeyDown={onKeyDown}
      className="border-line bg-sunken flex flex-col gap-2 rounded-md border p-2"
    >
      <fieldset aria-label={label} className="flex max-h-48 flex-col gap-1 overflow-y-auto">
        {options.map(({ value, label: word }, place) => (
          <label key={value} className="flex min-h-6 items-center gap-2 text-sm">
            <input
              type="checkbox"
              autoFocus={place === 0}
              checked={chosen.includes(value)}
              onChange={(event) =>
                setChosen(event.target.checked ? [...chosen, value] : chosen.filter((each) => each !== value))
              }
              className="accent-accent size-4"
            />
            {word}
          </label>
        ))}
      </fieldset>
      <div className="flex justify-end gap-2">
        <Button size="small" variant="quiet" onClick={onCancel}>
          {messages.cancel}
        </Button>
        <Button size="small" type="submit" variant="primary">
          {messages.save}
        </Button>
      </div>
    </form>
  );
}
