import { and, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { RowGroup } from "@/lib/leads/internal/lead-rows";
import type { Cursor } from "./cursor";
import { beyond, orderBy, type SortKey } from "./sort-keys";
import type { Understood } from "./understand";

/** The fields of contacts that have an index in their order, and whether it has them: living contacts, by id. */
const indexed = {
  contactName: contacts.nameLower,
  firstName: contacts.firstNameLower,
  lastName: contacts.lastNameLower,
  companyName: contacts.companyNameLower,
};

const isIndexed = (field: string): field is keyof typeof indexed => Object.hasOwn(indexed, field);

/**
 * The groups of a list that is ordered by a name of the contact alone: contacts that have one, in the
 * order of its index, those without, and those that are deleted. Undefined for other lists.
 */
export function contactGroups({ sorts, keys }: Understood, cursor: Cursor | null): RowGroup[] | undefined {
  const [sort, ...others] = sorts;
  const [key] = keys;
  if (!sort || !key || others.length > 0 || !isIndexed(sort.field)) return undefined;
  const column = indexed[sort.field];
  const backwards = cursor?.backwards ?? false;
  const group = (where: SQL | undefined, own: SortKey): RowGroup => ({
    where,
    by: orderBy([own], backwards),
    beyond: cursor?.place ? beyond([own], cursor.place, backwards) : undefined,
  });
  const isLiving = isNull(contacts.deletedAt);
  // Without empty values their place does not matter: one index then has both directions.
  const named = group(and(isLiving, isNotNull(column), startOf(key, cursor)), { ...key, nullable: false });
  const nameless = group(and(isLiving, isNull(column)), { ...key, value: sql`null::text` });
  const deleted = group(isNotNull(contacts.deletedAt), key);
  if (!cursor?.place) return [named, nameless, deleted];
  // The cursor is in one of the first two: of the other, all is beyond it or nothing.
  const isNamed = cursor.place.values[0] !== null;
  const whole = { beyond: isNamed === backwards ? [] : undefined };
  return [isNamed ? named : { ...named, ...whole }, isNamed ? { ...nameless, ...whole } : nameless, deleted];
}

/** What an index begins at: the ranges beyond a cursor compare with the lead's id as well, which no index of contacts has. */
function startOf({ value, direction }: SortKey, cursor: Cursor | null): SQL | undefined {
  const [known = null] = cursor?.place?.values ?? [];
  if (known === null) return undefined;
  return (direction === "desc") === cursor?.backwards ? sql`${value} >= ${known}` : sql`${value} <= ${known}`;
}
