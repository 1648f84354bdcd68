import { Invalid } from "@/lib/access/errors";
import { isDate } from "@/lib/kit/date";
import { isId } from "@/lib/kit/id";
import { isStorable } from "@/lib/kit/text";
import type { Place } from "@/lib/leads/internal/looks";
import { type Sort, writeSorts } from "@/lib/leads/query/model";
import type { SortKey } from "./sort-keys";

/** Where a page begins, as the caller sends it back: beyond a place, forwards or backwards; without one at the end. */
export type Cursor = { place: Place; backwards: boolean } | { place: null; backwards: true };

/** What callers send for the last page. */
export const endCursor = "end";

/** A cursor as a text that callers need not understand. */
export const writeCursor = (
  { place, backwards }: { place: Place; backwards: boolean },
  sorts: readonly Sort[],
): string =>
  Buffer.from(JSON.stringify([backwards ? "b" : "f", writeSorts(sorts), ...place.values, place.id])).toString(
    "base64url",
  );

/** How PostgreSQL prints values of the types that lists are ordered by. */
const printed: Record<SortKey["type"], RegExp> = {
  text: /^/,
  integer: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  numeric: /^-?\d{1,1000}(\.\d{1,1000})?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  timestamptz: /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/,
  boolean: /^(t|f|true|false)$/,
};

/** The cursor that a text stands for. @throws Invalid at `cursor` for any other text, and for one of another order. */
export function readCursor(text: string, sorts: readonly Sort[], keys: readonly SortKey[]): Cursor {
  if (text === endCursor) return { place: null, backwards: true };
  const [way, order, ...rest] = parse(text);
  const id = rest.at(-1);
  const values = rest.slice(0, -1);
  const fits =
    (way === "f" || way === "b") &&
    order === writeSorts(sorts) &&
    typeof id === "string" &&
    isId(id) &&
    values.length === keys.length;
  const known = values.map((value, index) => knownValue(value, keys[index]));
  if (!fits || known.includes(undefined))
    throw Invalid.field("cursor", "cursor", "Send the cursor of an answer to the same question, as it was.");
  return { place: { values: known.map((value) => value ?? null), id }, backwards: way === "b" };
}

/** A value as PostgreSQL could have printed it; undefined for any other. */
function knownValue(value: unknown, key: SortKey | undefined): string | null | undefined {
  if (value === null) return key?.nullable ? null : undefined;
  if (typeof value !== "string" || !key || !printed[key.type].test(value) || !isStorable(value)) return undefined;
  const isDay = key.type === "date" || key.type === "timestamptz";
  return isDay && !isDate(value.slice(0, 10)) ? undefined : value;
}

function parse(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
