import { type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Location } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import type { ContactRecord } from "@/lib/contacts/model";
import { type ContactQuery, type ContactSort, contactSorts, queryLimits } from "@/lib/contacts/query/model";
import { instantOf, refuse } from "./values";

type SortField = (typeof contactSorts)[number];
type Key = string | number | null;

type Sortable = {
  column: SQL;
  /** Whether every contact has a value. */ always?: true;
  keyOf: (contact: ContactRecord) => Key;
};

const low = (text: string | null): Key => (text === null ? null : text.slice(0, 200).toLowerCase());

const sortable: Record<SortField, Sortable> = {
  createdAt: { column: sql`${contacts.createdAt}`, always: true, keyOf: ({ createdAt }) => createdAt.getTime() },
  updatedAt: { column: sql`${contacts.updatedAt}`, always: true, keyOf: ({ updatedAt }) => updatedAt.getTime() },
  firstName: { column: sql`${contacts.firstNameLower}`, keyOf: ({ firstName }) => low(firstName) },
  lastName: { column: sql`${contacts.lastNameLower}`, keyOf: ({ lastName }) => low(lastName) },
  email: { column: sql`${contacts.emailNormal}`, keyOf: ({ emailNormal }) => emailNormal },
  companyName: { column: sql`${contacts.companyNameLower}`, keyOf: ({ companyName }) => low(companyName) },
  dateOfBirth: { column: sql`${contacts.dateOfBirth}`, keyOf: ({ dateOfBirth }) => dateOfBirth },
  phone: { column: sql`${contacts.phoneNormal}`, keyOf: ({ phoneNormal }) => phoneNormal },
  city: { column: sql`${contacts.city}`, keyOf: ({ city }) => city },
  state: { column: sql`${contacts.state}`, keyOf: ({ state }) => state },
  source: { column: sql`${contacts.source}`, keyOf: ({ source }) => source },
  type: { column: sql`${contacts.type}`, always: true, keyOf: ({ type }) => type },
};

const isSort = (field: string): field is SortField => contactSorts.some((known) => known === field);
const isInstant = (field: string): boolean => field === "createdAt" || field === "updatedAt";

/** A part of a list, in an order that an index may have, from the query's cursor on. */
export type ListPart = { where?: SQL; by: SQL[] };

export type Order = {
  /** The parts of the list, one after the other: where one field decides, those with a value and those without. */
  parts: ListPart[];
  /** Whether the newest come first. */
  isNewest: boolean;
  /** The cursor of a contact: what `after` of a query takes. */
  cursorOf: (contact: ContactRecord) => Key[];
};

/** The order of a query. @throws Invalid for a field nobody orders by, and for a cursor of another order. */
export function orderOf({ sorts, after }: ContactQuery, location: Location): Order {
  const issues = sorts.flatMap(({ field }, place) =>
    isSort(field)
      ? []
      : [{ path: ["sort", place, "field"], rule: "query", message: `must be one of: ${contactSorts.join(", ")}` }],
  );
  if (issues.length > 0) throw new Invalid(issues);
  if (sorts.length > queryLimits.sorts) refuse(["sort"], `must be at most ${queryLimits.sorts} fields`);
  const asked: ContactSort[] = sorts.length > 0 ? sorts : [{ field: "createdAt", direction: "desc" }];
  const keys = asked.flatMap(({ field, direction }) =>
    isSort(field) ? [{ ...sortable[field], field, descends: direction === "desc" }] : [],
  );
  const last = keys.at(-1)?.descends ?? true;
  const [only, ...others] = keys;
  return {
    parts:
      only && !only.always && others.length === 0
        ? partsBy(only, after)
        : [{ where: after && comesAfter(keys, last, after, location), by: inOrder(keys, last) }],
    isNewest: keys.length === 1 && keys.every(({ field, descends }) => field === "createdAt" && descends),
    cursorOf: (contact) => [...keys.map(({ keyOf }) => keyOf(contact)), contact.id],
  };
}

type SortKey = Sortable & { field: SortField; descends: boolean };

const inOrder = (keys: SortKey[], idDescends: boolean): SQL[] => [
  ...keys.map(({ column, always, descends }) =>
    descends ? (always ? sql`${column} desc` : sql`${column} desc nulls last`) : sql`${column} asc`,
  ),
  byId(idDescends),
];

const byId = (descends: boolean): SQL => (descends ? sql`${contacts.id} desc` : sql`${contacts.id} asc`);

/** Those with a value, in the order of its index in either direction, then those without. */
function partsBy(key: SortKey, cursor: readonly unknown[] | undefined): ListPart[] {
  const { column, descends } = key;
  const beyondIt = cursor && placeOf([key], cursor);
  const [value = null] = beyondIt?.values ?? [];
  const further = descends ? sql`<` : sql`>`;
  const filled = beyondIt && sql`(${column}, ${contacts.id}) ${further} (${value}, ${beyondIt.id})`;
  const empty = beyondIt && value === null ? sql` and ${contacts.id} ${further} ${beyondIt.id}` : sql``;
  const parts = [
    {
      where: filled ? sql`${column} is not null and ${filled}` : sql`${column} is not null`,
      by: [descends ? sql`${column} desc` : sql`${column} asc`, byId(descends)],
    },
    { where: sql`${column} is null${empty}`, by: [byId(descends)] },
  ];
  return beyondIt && value === null ? parts.slice(1) : parts;
}

/** The values of a cursor, and its id. */
function placeOf(keys: SortKey[], cursor: readonly unknown[]): { id: string; values: (SQL | null)[] } {
  const id = cursor.at(-1);
  if (cursor.length !== keys.length + 1 || typeof id !== "string")
    refuse(["searchAfter"], "must be the searchAfter of a contact in the same order");
  return { id, values: keys.map((key, place) => valueOf(key, cursor[place], place)) };
}

function comesAfter(
  keys: SortKey[],
  idDescends: boolean,
  cursor: readonly unknown[],
  { id: locationId }: Location,
): SQL {
  const { id, values } = placeOf(keys, cursor);
  const idAfter = idDescends ? sql`${contacts.id} < ${id}` : sql`${contacts.id} > ${id}`;
  const [only] = keys;
  // One index range, where an index has this order.
  if (only?.always && keys.length === 1 && only.descends === idDescends) {
    const first = only.field === "createdAt" ? madeAt(locationId, id, values[0] ?? null) : values[0];
    return only.descends
      ? sql`(${only.column}, ${contacts.id}) < (${first}, ${id})`
      : sql`(${only.column}, ${contacts.id}) > (${first}, ${id})`;
  }
  const steps = keys.map((key, place) => {
    const equals = keys.slice(0, place).map((before, index) => same(before, values[index] ?? null));
    return sql`(${sql.join([...equals, beyond(key, values[place] ?? null)], sql` and `)})`;
  });
  const ties = keys.map((key, place) => same(key, values[place] ?? null));
  return sql`(${sql.join([...steps, sql`(${sql.join([...ties, idAfter], sql` and `)})`], sql` or `)})`;
}

/** Read from the contact where it is there: cursors have the moment to the millisecond only, or not at all. */
const madeAt = (locationId: string, id: string, moment: SQL | null): SQL =>
  sql`coalesce((select c.created_at from ${contacts} c where c.location_id = ${locationId} and c.id = ${id}), ${moment})`;

const same = ({ column }: SortKey, value: SQL | null): SQL =>
  value === null ? sql`${column} is null` : sql`${column} = ${value}`;

/** Empty values come last in both directions. */
function beyond({ column, always, descends }: SortKey, value: SQL | null): SQL {
  if (value === null) return sql`false`;
  const further = descends ? sql`${column} < ${value}` : sql`${column} > ${value}`;
  return always ? further : sql`(${further} or ${column} is null)`;
}

function valueOf({ field }: SortKey, value: unknown, place: number): SQL | null {
  if (value === null) return null;
  if (isInstant(field)) return sql`${instantOf(value, ["searchAfter", place]).toISOString()}::timestamptz`;
  if (typeof value !== "string")
    refuse(["searchAfter", place], "must be the searchAfter of a contact in the same order");
  return field === "dateOfBirth"
    ? sql`${instantOf(value, ["searchAfter", place]).toISOString().slice(0, 10)}::date`
    : sql`${value}`;
}
