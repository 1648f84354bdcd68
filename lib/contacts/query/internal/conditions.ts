import { not, type SQL, sql } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import { contacts } from "@/db/schema/contacts";
import type { Location } from "@/lib/access/context";
import { type ContactCondition, type ContactField, contactFields, contactOperators } from "@/lib/contacts/query/model";
import type { CustomField } from "@/lib/custom-fields/model";
import { normalPhone } from "@/lib/kit/phone";
import { containing, hasTrigram } from "@/lib/kit/search-words";
import type { Ladder } from "@/lib/kit/shelves";
import {
  hasLead,
  lastAppointmentAt,
  leadColumns,
  otherTextFields,
  relatedFields,
  type TextField,
  textFields,
  valueFields,
} from "./fields";
import { type Bound, dateOf, flagOf, idsOf, instantOf, type Path, rangeOf, refuse, textOf, textsOf } from "./values";

/** What a condition is read with. */
export type Reading = { location: Location; customFields: CustomField[] };

/**
 * Queries for the ids of contacts that a condition can be true of, at most `most` of them. With `isMost` the
 * location has most of all contacts, and one by texts need not tell it from others.
 */
export type Candidates = {
  some: (most: number, isMost: boolean) => SQL;
  /** The contacts themselves, the newest first and each with its `step`, where the index knows when they were made. */
  along?: (edges: SQL, ladder: Pick<Ladder, "shares" | "few">, enough: number, most: number, isMost: boolean) => SQL;
};

/** A condition in SQL; and where an index knows them, whom it can be true of. */
export type Compiled = { where: SQL; candidates?: Candidates };

/** Those whose search text has a part. */
export const found = (part: string): Candidates => ({
  some: (most, isMost) => sql`select find_contacts(${containing(part)}, ${most}::int, ${isMost})`,
  along: (edges, { shares, few }, enough, most, isMost) =>
    sql`select (found.contact).*, found.step from find_contacts_along(${containing(part)}, ${edges},
      ${sql.param(shares)}::float8[], ${few}::int, ${enough}::int, ${most}::int, ${isMost}) as found`,
});
/** What a bound of a range is in SQL. */
export const comparisons: Record<Bound, SQL> = { gte: sql`>=`, gt: sql`>`, lte: sql`<=`, lt: sql`<` };

const isContactField = (field: string): field is ContactField => Object.hasOwn(contactFields, field);

/** Reads one condition. `path` is where it stands. @throws Invalid for unknown fields, operators and values that do not fit. */
export function compileCondition(condition: ContactCondition, path: Path, reading: Reading): Compiled {
  const { field, operator } = condition;
  if (!isContactField(field)) refuse([...path, "field"], "must be a field of contacts");
  if (!contactOperators[contactFields[field]].some((known) => known === operator))
    refuse([...path, "operator"], "must be one that this field takes");
  const at = [...path, "value"];
  const text = textFields[field] ?? otherTextFields[field];
  if (text) return compileText(text, field, condition, at, reading);
  const related = relatedFields[field];
  if (related) return { where: compareRelated(related, condition, at) };
  if (field === "doNotDisturb") return { where: compareDisturbance(condition, at) };
  if (field === "hasEmail") {
    const { value } = condition;
    const asks = operator === "isNotEmpty" || (operator !== "isEmpty" && flagOf(value, at) === (operator === "is"));
    return compileCondition({ field: "email", operator: asks ? "isNotEmpty" : "isEmpty" }, path, reading);
  }
  if (field === "tags") return compileTags(condition, at);
  if (field === "lastAppointmentAt") return compileLastAppointment(condition, at, reading);
  const value = valueFields[field];
  if (!value) throw new Error(`${field} has no column.`);
  const where = compareValue(value, condition, at, contactFields[field]);
  const isBorn = field === "dateOfBirth" && operator !== "isEmpty" && operator !== "isNot";
  return isBorn ? { where, candidates: meeting(reading.location, where) } : { where };
}

/** Reads conditions on one lead. @throws Invalid as compileCondition does, and for a field that leads do not have. */
export function compileOfLead(conditions: ContactCondition[], path: Path, reading: Reading): SQL {
  const isColumn = (field: string): field is keyof typeof leadColumns => Object.hasOwn(leadColumns, field);
  const compared = conditions.map((condition, place) => {
    const at = [...path, place];
    const { field, operator } = condition;
    if (!isColumn(field)) return refuse([...at, "field"], "must be a field of opportunities");
    const { where: ofAny } = compileCondition(condition, at, reading);
    const says = operator === "is" || operator === "isNotEmpty";
    return { says, ofAny, ofOne: compareValue(leadColumns[field], condition, [...at, "value"], "id") };
  });
  const joined = (parts: SQL[]) => sql.join(parts, sql` and `);
  if (!compared.some(({ says }) => says)) return joined(compared.map(({ ofAny }) => ofAny));
  return hasLead(joined(compared.map(({ ofOne }) => ofOne)));
}

/** Everybody has the flag, set or not. */
function compareDisturbance(condition: ContactCondition, path: Path): SQL {
  const { operator, value } = condition;
  if (operator === "isEmpty" || operator === "isNotEmpty") return operator === "isEmpty" ? sql`false` : sql`true`;
  const { doNotDisturb } = contacts;
  return flagOf(value, path) === (operator === "is") ? sql`${doNotDisturb}` : not(doNotDisturb);
}

/** Whom a condition is true of that an index of contacts knows. */
const meeting = (location: Location, where: SQL): Candidates => ({
  some: (most) => sql`select id from ${contacts} where ${living(location, where)} limit ${most}`,
});

function compileText(
  text: TextField,
  field: ContactField,
  condition: ContactCondition,
  path: Path,
  { location }: Reading,
): Compiled {
  const { operator, value } = condition;
  const given =
    field === "phone" && (operator === "is" || operator === "isNot")
      ? { ...condition, value: phonesOf(value, path, location) }
      : condition;
  const where = compareText(text, given, path);
  if (text.indexed?.includes(operator)) return { where, candidates: meeting(location, where) };
  const parts = operator === "contains" ? [textOf(value, path)] : operator === "is" ? textsOf(value, path) : [];
  const [only, ...others] = parts;
  const isFound = textFields[field] && only !== undefined && others.length === 0 && hasTrigram(only);
  return isFound ? { where, candidates: found(only) } : { where };
}

const living = ({ id }: Location, where: SQL): SQL =>
  sql`${contacts.locationId} = ${id} and ${contacts.deletedAt} is null and ${where}`;

/** Numbers as they are kept, however they were written. */
const phonesOf = (value: unknown, path: Path, { country }: Location): string[] =>
  textsOf(value, path).map((phone) => normalPhone(phone, country) ?? phone);

function compareText({ lowered, has, lacks }: TextField, { operator, value }: ContactCondition, path: Path): SQL {
  switch (operator) {
    case "is":
      return oneOf(lowered, textsOf(value, path));
    case "isNot":
      return sql`(${lowered} is null or not ${oneOf(lowered, textsOf(value, path))})`;
    case "contains":
      return sql`${lowered} like ${containing(textOf(value, path))}`;
    case "doesNotContain":
      return sql`(${lowered} is null or ${lowered} not like ${containing(textOf(value, path))})`;
    case "isEmpty":
      return lacks;
    case "isNotEmpty":
      return has;
    case "range":
      return refuse(path, "must be a text");
  }
}

/** Whether a column is one of these values. */
export const oneOf = (column: SQL, values: readonly string[]): SQL =>
  values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any(${sql.param(values)}::text[])`;

function compareRelated(
  related: (holds: (column: SQL) => SQL) => SQL,
  { operator, value }: ContactCondition,
  path: Path,
): SQL {
  const any = related(() => sql`true`);
  if (operator === "isEmpty") return sql`not ${any}`;
  if (operator === "isNotEmpty") return any;
  const one = related((column) => oneOf(column, idsOf(value, path)));
  return operator === "isNot" ? sql`not ${one}` : one;
}

function compileTags({ operator, value }: ContactCondition, path: Path): Compiled {
  const { tags } = contacts;
  const part = () =>
    sql`exists (select 1 from unnest(${tags}) as tag where lower(tag) like ${containing(textOf(value, path))})`;
  const has = () =>
    sql`exists (select 1 from unnest(${tags}) as tag where ${oneOf(sql`lower(tag)`, textsOf(value, path))})`;
  switch (operator) {
    case "is": {
      const words = textsOf(value, path);
      const [only, ...others] = words;
      // A tag is part of the search text, whatever its case there.
      const candidates = only !== undefined && others.length === 0 && hasTrigram(only) ? found(only) : undefined;
      return { where: has(), ...(candidates && { candidates }) };
    }
    case "isNot":
      return { where: sql`not ${has()}` };
    case "contains": {
      const word = textOf(value, path);
      return hasTrigram(word) ? { where: part(), candidates: found(word) } : { where: part() };
    }
    case "doesNotContain":
      return { where: sql`not ${part()}` };
    case "isEmpty":
      return { where: sql`${tags} = '{}'` };
    case "isNotEmpty":
      return { where: sql`${tags} <> '{}'` };
    case "range":
      return refuse(path, "must be a text");
  }
}

/** Whose last appointment is at a moment or after it has one there: few have, where it lies ahead. */
function compileLastAppointment(condition: ContactCondition, path: Path, { location }: Reading): Compiled {
  const where = compareValue(lastAppointmentAt, condition, path, "instant");
  const { operator, value } = condition;
  if (operator !== "range" && operator !== "is" && operator !== "isNotEmpty") return { where };
  const bounds = operator === "range" ? rangeOf(value, path, instantOf) : [];
  const [, from = operator === "is" ? instantOf(value, path) : undefined] =
    bounds.find(([bound]) => bound === "gte" || bound === "gt") ?? [];
  if (operator === "range" && from === undefined) return { where };
  const since = from === undefined ? sql`true` : sql`a.starts_at >= ${from.toISOString()}::timestamptz`;
  return {
    where,
    candidates: {
      some: (most) => sql`select distinct a.contact_id from ${appointments} a
        where a.location_id = ${location.id} and a.deleted_at is null and ${since} limit ${most}`,
    },
  };
}

function compareValue(column: SQL, { operator, value }: ContactCondition, path: Path, kind: string): SQL {
  if (operator === "isEmpty") return sql`${column} is null`;
  if (operator === "isNotEmpty") return sql`${column} is not null`;
  const read = kind === "instant" ? instantOf : dateOf;
  const bind = (moment: Date | string): SQL =>
    moment instanceof Date ? sql`${moment.toISOString()}::timestamptz` : sql`${moment}::date`;
  if (operator === "range") {
    const limits = rangeOf<Date | string>(value, path, read);
    return sql.join(
      limits.map(([bound, limit]) => sql`${column} ${comparisons[bound]} ${bind(limit)}`),
      sql` and `,
    );
  }
  const same = kind === "id" ? oneOf(column, idsOf(value, path)) : sql`${column} = ${bind(read(value, path))}`;
  return operator === "isNot" ? sql`(${column} is null or not ${same})` : same;
}
