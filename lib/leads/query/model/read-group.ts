import type { Issue } from "@/lib/access/errors";
import { isDate } from "@/lib/kit/date";
import {
  type Condition,
  type ConditionValue,
  describeField,
  type FieldDescription,
  type Group,
  isLeadField,
  type Operator,
  operandOf,
  operatorsOf,
  type Part,
  periods,
  queryLimits,
} from "@/lib/leads/query/model";

/** What a field is like by its name; null when there is none. */
export type FieldOf = (field: string) => FieldDescription | null;

/** The fields that every location has. Custom fields are the location's to know. */
export const coreFieldOf: FieldOf = (field) => (isLeadField(field) ? describeField(field) : null);

/** A group of conditions as it was sent, checked; or what is wrong with it, by its path from `path` on. */
export function readGroup(
  sent: unknown,
  fieldOf: FieldOf,
  path: (string | number)[] = ["filter"],
): { group: Group; issues: [] } | { group: null; issues: [Issue, ...Issue[]] } {
  const found: Issue[] = [];
  let parts = 0;

  const wrong = (at: (string | number)[], rule: string, message: string): null => {
    found.push({ path: at, rule, message });
    return null;
  };

  const readPart = (part: unknown, at: (string | number)[], depth: number): Part | null => {
    parts += 1;
    if (parts > queryLimits.parts)
      return parts === queryLimits.parts + 1
        ? wrong(at, "parts", `A filter has ${queryLimits.parts} conditions and groups at most.`)
        : null;
    if (!isRecord(part))
      return wrong(
        at,
        "filter",
        "A filter is made of conditions {field, operator, value} and of groups {all} or {any}.",
      );
    return "all" in part || "any" in part ? readOne(part, at, depth) : readCondition(part, at);
  };

  const readOne = (given: unknown, at: (string | number)[], depth: number): Group | null => {
    const group = isRecord(given) ? given : {};
    const [word, ...more] = Object.keys(group);
    const members = word === undefined ? null : group[word];
    if ((word !== "all" && word !== "any") || more.length > 0 || !Array.isArray(members))
      return wrong(at, "group", 'A group is {"all": [...]} or {"any": [...]}.');
    if (depth > queryLimits.depth) return wrong(at, "depth", `Groups go ${queryLimits.depth} deep at most.`);
    const list: unknown[] = members;
    const known = list
      .slice(0, queryLimits.parts + 1)
      .map((part, place) => readPart(part, [...at, word, place], depth + 1))
      .filter((part) => part !== null);
    return word === "all" ? { all: known } : { any: known };
  };

  const readCondition = (given: Record<string, unknown>, at: (string | number)[]): Condition | null => {
    const { field, operator, value } = given;
    const description = typeof field === "string" ? fieldOf(field) : null;
    if (typeof field !== "string" || !description)
      return wrong([...at, "field"], "field", "There is no such field of leads.");
    const takes = operatorsOf(description);
    const known = takes.find((each) => each === operator);
    if (!known) return wrong([...at, "operator"], "operator", `This field takes ${takes.join(", ")}.`);
    const read = readValue(description, known, value);
    if ("message" in read) return wrong([...at, "value"], "value", read.message);
    return read.value === undefined ? { field, operator: known } : { field, operator: known, value: read.value };
  };

  const group = readOne(sent, path, 1);
  const [first, ...rest] = found;
  if (first) return { group: null, issues: [first, ...rest] };
  return { group: group ?? { all: [] }, issues: [] };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

type Read = { value: ConditionValue | undefined } | { message: string };

const text = (value: unknown): value is string =>
  typeof value === "string" && value.trim() !== "" && value.length <= queryLimits.textLength;

/** The value of an operator that compares with one thing or with a list of them. */
function readValue(field: FieldDescription, operator: Operator, value: unknown): Read {
  switch (operandOf[operator]) {
    case "none":
      return value === undefined || value === null
        ? { value: undefined }
        : { message: "This operator takes no value." };
    case "list":
      return readList(field, value);
    case "period":
      return readPeriod(value);
    case "days":
      return isWhole(value) && value >= 1 && value <= queryLimits.days
        ? { value }
        : { message: `Give a number of days from 1 to ${queryLimits.days}.` };
    case "range":
      return readRange(field, value);
    case "one":
      return readSingle(field, value);
  }
}

function readPeriod(value: unknown): Read {
  const period = periods.find((each) => each === value);
  return period ? { value: period } : { message: `A period is one of ${periods.join(", ")}.` };
}

const isWhole = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value);

/** An instant as text, with its offset from UTC. */
const isInstant = (value: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  isDate(value.slice(0, 10)) &&
  !Number.isNaN(Date.parse(value));

function readSingle({ kind, words }: FieldDescription, value: unknown): Read {
  switch (kind) {
    case "flag":
      return typeof value === "boolean" ? { value } : { message: "Give true or false." };
    case "money":
      return isWhole(value) ? { value } : { message: "Give a whole number of minor units, such as cents." };
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? { value } : { message: "Give a number." };
    case "date":
      return typeof value === "string" && isDate(value) ? { value } : { message: "Give a date yyyy-mm-dd." };
    case "instant":
      return typeof value === "string" && (isDate(value) || isInstant(value))
        ? { value }
        : { message: "Give a date yyyy-mm-dd, or a moment such as 2026-03-01T09:30:00Z." };
    case "text":
    case "label":
    case "choice":
    case "person":
    case "people":
    case "words":
      if (!text(value)) return { message: `Give a text of 1 to ${queryLimits.textLength} characters.` };
      return !words || words.includes(value) ? { value } : { message: `Give one of ${words.join(", ")}.` };
  }
}

function readList(field: FieldDescription, value: unknown): Read {
  const list: unknown[] = Array.isArray(value) ? value : [];
  if (list.length === 0 || list.length > queryLimits.values)
    return { message: `Give a list of 1 to ${queryLimits.values} values.` };
  const read = list.map((each) => readSingle(field, each));
  const failed = read.find((each) => "message" in each);
  return failed ?? { value: list.filter(text) };
}

function readRange(field: FieldDescription, value: unknown): Read {
  const list: unknown[] = Array.isArray(value) ? value : [];
  const [from, to] = list;
  const isRange =
    list.length === 2 && [from, to].every((end) => "value" in readSingle(field, end)) && isInOrder(from, to);
  // Both ends were just read as values of the field.
  return isRange
    ? { value: [from, to] as ConditionValue }
    : { message: "Give the two ends of the range, the lower first, both as days or both as moments." };
}

const isInOrder = (from: unknown, to: unknown): boolean =>
  typeof from === "number" && typeof to === "number"
    ? from <= to
    : typeof from === "string" &&
      typeof to === "string" &&
      from.includes("T") === to.includes("T") &&
      Date.parse(from) <= Date.parse(to);
