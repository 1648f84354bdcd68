import { Invalid } from "@/lib/access/errors";
import { queryLimits } from "@/lib/contacts/query/model";
import { isDate } from "@/lib/kit/zone";

/** Where something stands in what the caller sent. */
export type Path = (string | number)[];

/** @throws Invalid at `path`. */
export function refuse(path: Path, message: string): never {
  throw new Invalid([{ path, rule: "query", message }]);
}

/** A value as a lower-cased text. @throws Invalid for one that is no text of a length that is kept. */
export function textOf(value: unknown, path: Path): string {
  const text = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  if (typeof text !== "string" || text.trim() === "") refuse(path, "must be a text that is not empty");
  if (text.length > queryLimits.text) refuse(path, `must be at most ${queryLimits.text} characters`);
  return text.trim().toLowerCase();
}

/** The texts of a list, or of one text. */
export function textsOf(value: unknown, path: Path): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0 || list.length > 100) refuse(path, "must name 1 to 100 values");
  return list.map((entry) => textOf(entry, path));
}

/** The ids of a list, or of one text; case matters. */
export function idsOf(value: unknown, path: Path): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0 || list.length > 100) refuse(path, "must name 1 to 100 values");
  return list.map((entry) => {
    if (typeof entry !== "string" || entry === "" || entry.length > queryLimits.text) refuse(path, "must be an id");
    return entry;
  });
}

/** A flag, also as the words `true` and `false`. */
export function flagOf(value: unknown, path: Path): boolean {
  if (value === true || value === "true") return true;
  if (value === false || value === "false") return false;
  return refuse(path, "must be a boolean value");
}

/** An instant, out of ISO 8601 or milliseconds since 1970. */
export function instantOf(value: unknown, path: Path): Date {
  const given = typeof value === "string" && /^-?\d{9,15}$/.test(value) ? Number(value) : value;
  const moment =
    typeof given === "number"
      ? new Date(given)
      : typeof given === "string" && isDate(given.slice(0, 10))
        ? new Date(given)
        : null;
  const year = moment?.getUTCFullYear() ?? Number.NaN;
  if (!moment || !(year >= 1 && year <= 9999)) refuse(path, "must be a valid ISO 8601 date");
  return moment;
}

/** A date `yyyy-mm-dd`, also out of an instant or milliseconds since 1970. */
export function dateOf(value: unknown, path: Path): string {
  const date = typeof value === "string" ? value.slice(0, 10) : typeof value === "number" ? dayOf(value, path) : "";
  if (!isDate(date)) refuse(path, "must be a date yyyy-mm-dd");
  return date;
}

const dayOf = (milliseconds: number, path: Path): string => instantOf(milliseconds, path).toISOString().slice(0, 10);

/** A finite number, also as a text. */
export function numberOf(value: unknown, path: Path): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) refuse(path, "must be a number");
  return number;
}

const bounds = ["gte", "gt", "lte", "lt"] as const;
export type Bound = (typeof bounds)[number];

/** The bounds of a range, each read by `read`. @throws Invalid for other names, or none. */
export function rangeOf<Value>(
  value: unknown,
  path: Path,
  read: (bound: unknown, path: Path) => Value,
): [Bound, Value][] {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    refuse(path, "must be an object of gte, gt, lte or lt");
  const unknown = Object.keys(value).find((name) => !bounds.some((bound) => bound === name));
  if (unknown !== undefined) refuse([...path, unknown], "must be gte, gt, lte or lt");
  const given = bounds.flatMap((bound): [Bound, Value][] => {
    const limit: unknown = Reflect.get(value, bound);
    return limit === undefined ? [] : [[bound, read(limit, [...path, bound])]];
  });
  if (given.length === 0) refuse(path, "must be an object of gte, gt, lte or lt");
  return given;
}
