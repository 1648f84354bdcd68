import { type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Location } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { type ContactQuery, type ContactSort, contactSorts, queryLimits } from "@/lib/contacts/query/model";
import { businessName } from "./fields";
import type { FoundContact } from "./read-found";
import { instantOf, refuse } from "./values";

type SortField = (typeof contactSorts)[number];
type Key = string | number | null;

/** What a cursor is made of. */
type Sorted = FoundContact["contact"] & Pick<FoundContact, "businessName">;

type Sortable = {
  column: SQL;
  /** What tells whether there is a value, where that is not the column. */
  present?: SQL;
  /** Whether every contact has a value. */
  always?: true;
  keyOf: (contact: Sorted) => Key;
};

const low = (text: string | null): Key => (text === null ? null : text.slice(0, 200).toLowerCase());

const sortable: Record<SortField, Sortable> = {
  createdAt: { column: sql`${contacts.createdAt}`, always: true, keyOf: ({ createdAt }) => createdAt.getTime() },
  updatedAt: { column: sql`${contacts.updatedAt}`, always: true, keyOf: ({ updatedAt }) => updatedAt.getTime() },
  firstName: { column: sql`${contacts.firstNameLower}`, keyOf: ({ firstName }) => low(firstName) },
  lastName: { column: sql`${contacts.lastNameLower}`, keyOf: ({ lastName }) => low(lastName) },
  email: { column: sql`${contacts.emailNormal}`, keyOf: ({ emailNormal }) => emailNormal },
  companyName: { column: sql`${contacts.companyNameLower}`, keyOf: ({ companyName }) => low(companyName) },
  businessName: {
    column: sql`left(${businessName}, 200)`,
    present: sql`${contacts.businessId}`,
    keyOf: ({ businessName: name }) => low(name),
  },
  doNotDisturb: {
    column: sql`${contacts.doNotDisturb}::text`,
    always: true,
    keyOf: ({ doNotDisturb }) => String(doNotDisturb),
  },
  dateOfBirth: { column: sql`${contacts.dateOfBirth}`, keyOf: ({ dateOfBirth }) => dateOfBirth },
  phone: { column: sql`${contacts.phoneNormal}`, keyOf: ({ phoneNormal }) => phoneNormal },
  city: { column: sql`${contacts.city}`, keyOf: ({ city }) => city },
  state: { column: sql`${contacts.state}`, keyOf: ({ state }) => state },
  source: { column: sql`${contacts.source}`, keyOf: ({ source }) => source },
  type: { column: sql`${contacts.type}`, always: true, keyOf: ({ type }) => type },
};

const isSort = (field: string): field is SortField => contactSorts.some((known) => known === field);
const isInstant = (field: string): boolean => field === "createdAt" || field === "updatedAt";

/** A list or a part of it, from the query's cursor on. */
export type ListPart = { where?: SQL; by: SQL[] };

export type Order = {
  list: ListPart;
  /** The list in parts, one after the other, each in an order that an index may have: by one field, those with a value and those without. */
  parts: ListPart[];
  /** Whether the newest come first. */
  isNewest: boolean;
  /** The cursor of a contact: what `after` of a query takes. */
  cursorOf: (found: Pick<FoundContact, "contact" | "businessName">) => Key[];
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
  const keys = withTies(sorts).flatMap(({ field, direction }) =>
    isSort(field) ? [{ ...sortable[field], field, descends: direction === "desc" }] : [],
  );
  const place = after && placeOf(keys, after);
  const list = { where: place && comesAfter(keys, place, location), by: inOrder(keys) };
  return {
    list,
    parts: partsOf(list, keys, place, location),
    isNewest: keys.length === 1 && keys.every(({ field, descends }) => field === "createdAt" && descends),
    cursorOf: ({ contact, businessName: name }) => [
      ...keys.map(({ keyOf }) => keyOf({ ...contact, businessName: name })),
      contact.id,
    ],
  };
}

/** The newest first where nothing is asked. Those of one type stand as their index has them: the newest first, or last. */
function withTies(sorts: ContactSort[]): ContactSort[] {
  const [first, ...others] = sorts;
  if (!first) return [{ field: "createdAt", direction: "desc" }];
  if (first.field !== "type" || others.length > 0) return sorts;
  return [first, { field: "createdAt", direction: first.direction === "asc" ? "desc" : "asc" }];
}

type SortKey = Sortable & { field: SortField; descends: boolean };

/** By the keys, and then by id in the direction of the last of them. */
const inOrder = (keys: SortKey[]): SQL[] => [
  ...keys.map(({ column, always, descends }) =>
    descends ? (always ? sql`${column} desc` : sql`${column} desc nulls last`) : sql`${column} asc`,
  ),
  byId(keys.at(-1)?.descends),
];

const byId = (descends: boolean | undefined): SQL => (descends ? sql`${contacts.id} desc` : sql`${contacts.id} asc`);

/** The contact that a page comes after: its id, and what it has of each key. */
type Place = { id: string; values: (SQL | null)[] };

function partsOf(list: ListPart, keys: SortKey[], place: Place | undefined, location: Location): ListPart[] {
  const [first, ...others] = keys;
  if (!first) return [list];
  if (others.length === 0) return first.always ? [list] : partsBy(first, place);
  if (!place) return [list];
  const [value = null, ...values] = place.values;
  // The others of the same value, then what comes after it.
  const tied = sql`${same(first, value)} and ${comesAfter(others, { ...place, values }, location)}`;
  return [
    { where: tied, by: list.by },
    { where: beyond(first, value), by: list.by },
  ];
}

/** Those with a value, in the order of its index in either direction, then those without. */
function partsBy({ column, present = column, descends }: SortKey, place: Place | undefined): ListPart[] {
  const [value = null] = place?.values ?? [];
  const further = descends ? sql`<` : sql`>`;
  const filled = place && sql`(${column}, ${contacts.id}) ${further} (${value}, ${place.id})`;
  const empty = place && value === null ? sql` and ${contacts.id} ${further} ${place.id}` : sql``;
  const parts = [
    {
      where: filled ? sql`${present} is not null and ${filled}` : sql`${present} is not null`,
      by: [descends ? sql`${column} desc` : sql`${column} asc`, byId(descends)],
    },
    { where: sql`${present} is null${empty}`, by: [byId(descends)] },
  ];
  return place && value === null ? parts.slice(1) : parts;
}

/** The values of a cursor, and its id. @throws Invalid for a cursor of another order. */
function placeOf(keys: SortKey[], cursor: readonly unknown[]): Place {
  const id = cursor.at(-1);
  if (cursor.length !== keys.length + 1 || typeof id !== "string")
    refuse(["searchAfter"], "must be the searchAfter of a contact in the same order");
  return { id, values: keys.map((key, index) => valueOf(key, cursor[index], index)) };
}

function comesAfter(keys: SortKey[], { id, values }: Place, location: Location): SQL {
  const [key, ...others] = keys;
  const [value = null, ...rest] = values;
  if (!key) throw new Error("A list goes by something.");
  const further = key.descends ? sql`<` : sql`>`;
  if (others.length > 0)
    return sql`(${beyond(key, value)} or (${same(key, value)} and ${comesAfter(others, { id, values: rest }, location)}))`;
  // One index range, where an index has this order.
  if (key.always) {
    const first = key.field === "createdAt" ? madeAt(location.id, id, value) : value;
    return sql`(${key.column}, ${contacts.id}) ${further} (${first}, ${id})`;
  }
  return sql`(${beyond(key, value)} or (${same(key, value)} and ${contacts.id} ${further} ${id}))`;
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
