"use client";

import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
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
  /** How many of the stored units make one that people write. */
  scale?: number;
  least?: number;
  onChange: (value: number | undefined) => void;
};

function NumberInput({ label, value, scale = 1, least, onChange }: NumberInputProps) {
  return (
    <Input
      type="number"
      inputMode="decimal"
      autoFocus
      aria-label={label}
      min={least}
      step="any"
      defaultValue={typeof value === "number" ? value / scale : ""}
      onChange={({ target }) => {
        const number = Math.round(target.valueAsNumber * scale);
        onChange(Number.isFinite(number) && number >= (least ?? -Infinity) ? number : undefined);
      }}
    />
  );
}
