import { Invalid } from "@/lib/access/errors";
import { isId } from "@/lib/kit/id";
import { type Sort, writeSorts } from "@/lib/leads/query/model";
import type { Place, SortKey } from "./sort-keys";

/** Where a page begins, as the caller sends it back: beyond a place, forwards or backwards. */
export type Cursor = { place: Place; backwards: boolean };

/** A cursor as a text that callers need not understand. */
export const writeCursor = ({ place, backwards }: Cursor, sorts: readonly Sort[]): string =>
  Buffer.from(JSON.stringify([backwards ? "b" : "f", writeSorts(sorts), ...place.values, place.id])).toString(
    "base64url",
  );

/** How PostgreSQL prints values of the types that lists are ordered by. */
const printed: Record<SortKey["type"], RegExp> = {
  text: /^/,
  integer: /^-?\d{1,9}$/,
  bigint: /^-?\d{1,18}$/,
  numeric: /^-?\d{1,1000}(\.\d{1,1000})?$/,
  date: /^\d{4,5}-\d\d-\d\d$/,
  timestamptz: /^\d{4,5}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  boolean: /^(t|f|true|false)$/,
};

/** The cursor that a text stands for. @throws Invalid at `cursor` for any other text, and for one of another order. */
export function readCursor(text: string, sorts: readonly Sort[], keys: readonly SortKey[]): Cursor {
  const [way, order, ...rest] = parse(text);
  const id = rest.at(-1);
  const values = rest.slice(0, -1).map((value) => (typeof value === "string" ? value : null));
  const fits =
    (way === "f" || way === "b") &&
    order === writeSorts(sorts) &&
    typeof id === "string" &&
    isId(id) &&
    values.length === keys.length &&
    keys.every(({ type }, index) => {
      const value = values[index] ?? null;
      return value === null || printed[type].test(value);
    });
  if (!fits) throw Invalid.field("cursor", "cursor", "Send the cursor of an answer to the same question, as it was.");
  return { place: { values, id }, backwards: way === "b" };
}

function parse(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
