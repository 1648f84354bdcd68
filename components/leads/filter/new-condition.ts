import { type Condition, type Operator, operandOf } from "@/lib/leads/query/model";
import { choicesOf, type FilterChoices, type FilterField } from "./fields";

/** What people most often want of a field, by its kind. */
const usual: Record<FilterField["kind"], Operator> = {
  text: "contains",
  label: "anyOf",
  choice: "anyOf",
  person: "anyOf",
  people: "anyOf",
  words: "anyOf",
  number: "atLeast",
  money: "atLeast",
  instant: "inLastDays",
  date: "inLastDays",
  flag: "is",
};

/** How many days a span of time has to begin with. */
const usualDays = 30;

/** A condition on a field, to begin with. */
export function newCondition(field: FilterField, known: FilterChoices): Condition {
  const wanted = usual[field.kind];
  const operator = choicesOf(field.id, known) === null && wanted === "anyOf" ? "contains" : wanted;
  const known_ = field.operators.includes(operator) ? operator : (field.operators[0] ?? "is");
  return withOperator({ field: field.id, operator: known_ }, known_, field);
}

/** The condition compared in another way; its value stays where it still fits. */
export function withOperator({ field, value }: Condition, operator: Operator, { kind }: FilterField): Condition {
  switch (operandOf[operator]) {
    case "none":
      return { field, operator };
    case "list":
      return { field, operator, value: Array.isArray(value) ? value.map(String) : [] };
    case "range":
      return { field, operator, ...(kind === "instant" || kind === "date" ? { value: ["", ""] } : {}) };
    case "days":
      return { field, operator, value: typeof value === "number" ? value : usualDays };
    case "period":
      return { field, operator, value: "thisMonth" };
    case "one":
      if (kind === "flag") return { field, operator, value: value !== false };
      return { field, operator, ...(fits(kind, value) && { value }) };
  }
}

/** Whether a single value can stay when the comparison changes. */
function fits(kind: FilterField["kind"], value: Condition["value"]): boolean {
  if (kind === "number" || kind === "money") return typeof value === "number";
  if (kind === "instant" || kind === "date") return typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value);
  return typeof value === "string";
}
