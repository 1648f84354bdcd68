"use client";

import { Select } from "@/components/ui/select";
import type { Condition, Operator } from "@/lib/leads/query/model";
import { choicesOf, type FilterChoices, fieldOf } from "./fields";
import { filterMessages as messages } from "./messages";
import { withOperator } from "./new-condition";
import { ValueEditor } from "./value-editor";

type ConditionEditorProps = { condition: Condition; known: FilterChoices; onChange: (condition: Condition) => void };

/** How a field is compared, and with what. */
export function ConditionEditor({ condition, known, onChange }: ConditionEditorProps) {
  const field = fieldOf(condition.field, known.choices);
  if (!field) return <p className="text-ink-muted p-2 text-sm">{messages.unknown}</p>;
  const isList = choicesOf(condition.field, known) !== null;
  const present = isList ? asShown(condition) : condition;
  const say = (operator: Operator): string =>
    isList && field.kind !== "words" && field.kind !== "people" && operator === "anyOf"
      ? messages.operators.is
      : isList && field.kind !== "words" && field.kind !== "people" && operator === "noneOf"
        ? messages.operators.isNot
        : messages.operators[operator];
  const operators = field.operators.filter(
    (operator) => isList || (operator !== "anyOf" && operator !== "noneOf" && operator !== "allOf"),
  );
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 truncate pl-1 text-sm font-medium">{field.label}</span>
        {operators.length > 1 && (
          <Select
            label={messages.operator}
            value={present.operator}
            options={operators.map((operator) => ({ value: operator, label: say(operator) }))}
            onChange={(operator) => onChange(withOperator(present, operator, field))}
            className="ml-auto max-w-48"
          />
        )}
      </div>
      <ValueEditor condition={present} field={field} known={known} onChange={onChange} />
    </div>
  );
}

/** "Is" of a list is shown as "is any of" with one. */
function asShown({ field, operator, value }: Condition): Condition {
  if ((operator !== "is" && operator !== "isNot") || typeof value !== "string") return { field, operator, value };
  return { field, operator: operator === "is" ? "anyOf" : "noneOf", value: [value] };
}
