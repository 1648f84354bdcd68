import { formatMoney } from "@/components/fields/money";
import { sayDate } from "@/lib/kit/moment";
import { currencyExponent } from "@/lib/kit/money";
import { sayNumber } from "@/lib/kit/number";
import { type Condition, type ConditionValue, type Group, type Part, periods } from "@/lib/leads/query/model";
import { choicesOf, type FilterChoices, fieldOf } from "./fields";
import { filterMessages as messages } from "./messages";
import { isComplete, isGroup, matchOf, partsOf } from "./tree";

/** A condition in three words: the field, the comparison, the value. */
export type SaidCondition = { field: string; operator: string; value: string };

/** How many choices are named before the rest is counted. */
const namedChoices = 2;

/** How a condition reads on its chip. */
export function sayCondition(condition: Condition, known: FilterChoices): SaidCondition {
  const field = fieldOf(condition.field, known.choices);
  const { operator, value } = condition;
  const isList = choicesOf(condition.field, known) !== null;
  const word =
    operator === "anyOf" && isList
      ? messages.operators.is
      : operator === "noneOf" && isList
        ? messages.operators.isNot
        : messages.operators[operator];
  const said = {
    field: field?.label ?? messages.unknown,
    operator: operator === "olderThanDays" ? messages.operators.greaterThan : word,
  };
  if (value === undefined || !isComplete(condition))
    return { ...said, value: operator === "isEmpty" || operator === "isNotEmpty" ? "" : messages.incomplete };
  if (operator === "inLastDays" || operator === "inNextDays")
    return { ...said, value: `${String(value)} ${messages.days}` };
  if (operator === "olderThanDays") return { ...said, value: `${String(value)} ${messages.days} ago` };
  return { ...said, value: sayValue(condition.field, field?.kind, value, known) };
}

function sayValue(field: string, kind: string | undefined, value: ConditionValue, known: FilterChoices): string {
  if (typeof value === "boolean") return value ? messages.yes : messages.no;
  const choices = choicesOf(field, known);
  if (choices) {
    const all = (Array.isArray(value) ? value : [value]).map(String);
    const names = all
      .slice(0, namedChoices)
      .map(
        (each) => choices.find((choice) => choice.value === each)?.label ?? (areWords(kind) ? each : messages.unknown),
      );
    return [
      names.join(", "),
      ...(all.length > namedChoices ? [messages.moreChoices(all.length - namedChoices)] : []),
    ].join(" ");
  }
  const one = (each: string | number): string => {
    if (kind === "money" && typeof each === "number") return sayMoney(each, known);
    const period = periods.find((name) => name === each);
    if (period && (kind === "date" || kind === "instant")) return messages.periods[period];
    if (/^\d{4}-\d\d-\d\d/.test(String(each))) return sayDate(String(each).slice(0, 10), true);
    return typeof each === "number" ? sayNumber(each) : `“${each}”`;
  };
  return Array.isArray(value) ? value.map(one).join(" – ") : one(value);
}

/** Whether a field holds words: what no choice is called is a word all the same. */
const areWords = (kind: string | undefined): boolean => kind === "label" || kind === "words";

/** The conditions of a part that are about something which is not there, or not any more. */
export function goneIn(part: Part, known: FilterChoices): Condition[] {
  if (isGroup(part)) return partsOf(part).flatMap((each) => goneIn(each, known));
  const kind = fieldOf(part.field, known.choices)?.kind;
  if (kind === undefined) return [part];
  const choices = areWords(kind) ? null : choicesOf(part.field, known);
  const values = (Array.isArray(part.value) ? part.value : [part.value]).filter((value) => value !== undefined);
  return choices && values.some((value) => !choices.some((choice) => choice.value === value)) ? [part] : [];
}

const sayMoney = (minor: number, { choices }: FilterChoices): string =>
  choices ? formatMoney(minor, choices.currency) : String(minor);

/** A part of a filter in one line, for chips and for those who hear it. */
export function sayPart(part: Part, known: FilterChoices): string {
  if (isGroup(part)) return sayGroup(part, known);
  const { field, operator, value } = sayCondition(part, known);
  return [field, operator, value].filter(Boolean).join(" ");
}

/** A group in one line: `Stage is New or Value over $5,000`. */
export const sayGroup = (group: Group, known: FilterChoices): string =>
  partsOf(group)
    .map((part) => (isGroup(part) ? `(${sayGroup(part, known)})` : sayPart(part, known)))
    .join(matchOf(group) === "all" ? ` ${messages.and} ` : ` ${messages.or} `) || messages.emptyGroup;

/** How many minor units a unit of the location's currency has. */
export const minorUnits = ({ choices }: FilterChoices): number => 10 ** currencyExponent(choices?.currency ?? "USD");
