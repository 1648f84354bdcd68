"use client";

import { useId, useState } from "react";
import { numberMessages } from "@/components/fields/number-messages";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { readNumber, typeNumber } from "@/lib/kit/read-number";
import { type Condition, type ConditionValue, operandOf, periods } from "@/lib/leads/query/model";
import { CheckList } from "./check-list";
import { minorUnits } from "./describe";
import { choicesOf, type FilterChoices, type FilterField } from "./fields";
import { filterMessages as messages } from "./messages";

type ValueEditorProps = {
  condition: Condition;
  field: FilterField;
  known: FilterChoices;
  onChange: (condition: Condition) => void;
};

/** What a field is compared with, in the control that fits the field and the comparison. */
export function ValueEditor({ condition, field, known, onChange }: ValueEditorProps) {
  const { operator, value } = condition;
  const set = (next: ConditionValue | undefined) =>
    onChange({ field: condition.field, operator, ...(next !== undefined && { value: next }) });
  switch (operandOf[operator]) {
    case "none":
      return null;
    case "list":
      return (
        <CheckList
          choices={choicesOf(field.id, known) ?? []}
          chosen={Array.isArray(value) ? value.map(String) : []}
          onChange={set}
        />
      );
    case "period":
      return (
        <Select
          label={messages.period}
          value={periods.find((period) => period === value) ?? "thisMonth"}
          options={periods.map((period) => ({ value: period, label: messages.periods[period] }))}
          onChange={set}
        />
      );
    case "days":
      return (
        <div className="flex items-center gap-2 text-sm">
          <NumberInput label={messages.numberOfDays} value={value} least={1} onChange={set} />
          {messages.days}
        </div>
      );
    case "range":
      return <RangeEditor value={value} field={field} known={known} onChange={set} />;
    case "one":
      return <SingleEditor value={value} field={field} known={known} onChange={set} />;
  }
}

type OneEditorProps = {
  value: ConditionValue | undefined;
  field: FilterField;
  known: FilterChoices;
  label?: string;
  onChange: (value: ConditionValue | undefined) => void;
};

function SingleEditor({ value, field: { kind }, known, label = messages.value, onChange }: OneEditorProps) {
  switch (kind) {
    case "flag":
      return (
        <Select
          label={label}
          value={value === false ? "no" : "yes"}
          options={[
            { value: "yes", label: messages.yes },
            { value: "no", label: messages.no },
          ]}
          onChange={(next) => onChange(next === "yes")}
        />
      );
    case "instant":
    case "date":
      return (
        <Input
          type="date"
          aria-label={label}
          value={typeof value === "string" ? value.slice(0, 10) : ""}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      );
    case "number":
      return <NumberInput label={label} value={value} onChange={onChange} />;
    case "money":
      return <NumberInput label={label} value={value} scale={minorUnits(known)} onChange={onChange} />;
    case "text":
    case "label":
    case "choice":
    case "person":
    case "people":
    case "words":
      return (
        <Input
          type="text"
          autoFocus
          aria-label={label}
          value={typeof value === "string" ? value : ""}
          maxLength={200}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      );
  }
}

/** Two ends. A range that has one end yet is not asked for. */
function RangeEditor({ value, field, known, onChange }: OneEditorProps) {
  const [from, to] = Array.isArray(value) ? value : [undefined, undefined];
  const isNumeric = field.kind === "number" || field.kind === "money";
  const set = (low: ConditionValue | undefined, high: ConditionValue | undefined) => {
    if (isNumeric) {
      const [one, other] = [Number(low ?? 0), Number(high ?? low ?? 0)];
      onChange([one, other]);
    } else onChange([String(low ?? ""), String(high ?? "")]);
  };
  return (
    <div className="grid grid-cols-2 gap-2">
      <SingleEditor label={messages.from} value={from} field={field} known={known} onChange={(low) => set(low, to)} />
      <SingleEditor label={messages.to} value={to} field={field} known={known} onChange={(high) => set(from, high)} />
    </div>
  );
}

type NumberInputProps = {
  label: string;
  value: ConditionValue | undefined;
  /** How many of the stored units make one that people write: what is stored is whole then. */
  scale?: number;
  least?: number;
  onChange: (value: number | undefined) => void;
};

function NumberInput({ label, value, scale, least, onChange }: NumberInputProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const read = (typed: string) => {
    const plain = readNumber(typed);
    const isEmpty = typed.trim() === "";
    setProblem(plain === null && !isEmpty ? numberMessages.notNumber() : null);
    if (plain === null) return onChange(undefined);
    // What is stored in smaller units, or counts days, is whole.
    const number =
      scale === undefined && least === undefined ? Number(plain) : Math.round(Number(plain) * (scale ?? 1));
    onChange(number >= (least ?? -Infinity) ? number : undefined);
  };
  return (
    <div className="flex flex-col gap-1">
      <Input
        type="text"
        inputMode="decimal"
        autoFocus
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        defaultValue={typeof value === "number" ? typeNumber(value / (scale ?? 1)) : ""}
        maxLength={40}
        onChange={({ target }) => read(target.value)}
      />
      {problem !== null && (
        <p id={problemId} role="alert" className="text-negative text-xs">
          {problem}
        </p>
      )}
    </div>
  );
}
