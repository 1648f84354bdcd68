import { and, type SQL, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Place } from "@/lib/leads/internal/looks";
import type { Sort } from "@/lib/leads/query/model";
import type { FieldColumn } from "./field-columns";
import type { Columns } from "./group-sql";
import type { NamedOrder } from "./named-orders";

/** One of the values that a list is ordered by. */
export type SortKey = {
  value: SQL;
  type: FieldColumn["type"];
  direction: "asc" | "desc";
  /** Whether a lead may have none: it then comes last. */
  nullable: boolean;
  needsContact: boolean;
};

/** What a list without a sort is ordered by. */
export const newestFirst: Sort = { field: "createdAt", direction: "desc" };

/**
 * What a list is ordered by, the newest first without a sort. Those of one stage, owner and the like are
 * ordered by when they were made: an index has them in that. The id comes last, in the direction of the last.
 */
export function sortKeys(
  sorts: readonly Sort[],
  columns: Columns,
  isAlways: (field: string) => boolean,
  named: ReadonlyMap<string, NamedOrder>,
): SortKey[] {
  const [first = newestFirst, ...others] = sorts;
  const isGrouped = others.length === 0 && named.has(first.field);
  const further = isGrouped ? [{ field: "createdAt", direction: first.direction }] : others;
  return [first, ...further].map(({ field, direction }) => {
    const found = columns(field);
    if (!found) throw new Error(`There is no column for ${field}.`);
    const { kind, column } = found;
    const place = named.get(field)?.place;
    const value = place ?? column.order ?? (kind === "text" ? sql`lower(${column.value})` : column.value);
    return {
      value,
      type: place ? "integer" : column.type,
      direction,
      nullable: !isAlways(field),
      needsContact: column.of === "contact",
    };
  });
}

/** `order by` of a list, or with `backwards` from its end to its start. */
export function orderBy(keys: readonly SortKey[], backwards = false): SQL {
  const terms = keys.map(({ value, direction, nullable }) => {
    const isFalling = (direction === "desc") !== backwards;
    // Left out where it is what PostgreSQL does anyway: indexes are met by the plain order.
    const nulls = nullable && isFalling !== backwards ? sql.raw(backwards ? " nulls first" : " nulls last") : sql``;
    return sql`${value}${sql.raw(isFalling ? " desc" : " asc")}${nulls}`;
  });
  const last = keys.at(-1)?.direction ?? "desc";
  terms.push(sql`${opportunities.id}${sql.raw((last === "desc") !== backwards ? " desc" : " asc")}`);
  return sql.join(terms, sql`, `);
}

/** Whether the contact is needed to put leads in order. */
export const needsContact = (keys: readonly SortKey[]): boolean => keys.some((key) => key.needsContact);

/**
 * The rows beyond a place as conditions that have no row in common, each a range of an index: first
 * the equals of the place, then what differs in the last key, then in the one before ...
 */
export function beyond(keys: readonly SortKey[], place: Place, backwards = false): SQL[] {
  const at = (index: number): SQL | null => {
    const value = place.values[index] ?? null;
    return value === null ? null : sql`${value}::${sql.raw(keys[index]?.type ?? "text")}`;
  };
  const sameUntil = (count: number): (SQL | undefined)[] =>
    keys.slice(0, count).map(({ value }, index) => {
      const known = at(index);
      return known === null ? sql`${value} is null` : sql`${value} = ${known}`;
    });
  const last = keys.length - 1;
  const parts = keys.flatMap((key, index) => {
    const same = sameUntil(index);
    const known = at(index);
    const compare = compareOf(key.direction, backwards);
    if (known === null) return backwards ? [and(...same, sql`${key.value} is not null`)] : [];
    const further =
      index === last
        ? sql`(${key.value}, ${opportunities.id}) ${compare} (${known}, ${place.id})`
        : sql`${key.value} ${compare} ${known}`;
    const empty = key.nullable && !backwards ? [and(...same, sql`${key.value} is null`)] : [];
    return [and(...same, further), ...empty];
  });
  const lastKey = keys[last];
  if (lastKey && at(last) === null)
    parts.push(
      and(...sameUntil(keys.length), sql`${opportunities.id} ${compareOf(lastKey.direction, backwards)} ${place.id}`),
    );
  return parts.filter((part) => part !== undefined);
}

const compareOf = (direction: "asc" | "desc", backwards: boolean): SQL =>
  sql.raw((direction === "desc") !== backwards ? "<" : ">");
