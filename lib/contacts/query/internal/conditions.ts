import { and, not, or, type SQL, sql } from "drizzle-orm";
import { customValues } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { contacts } from "@/db/schema/contacts";
import type { Location } from "@/lib/access/context";
import { type ContactCondition, type ContactField, contactFields, contactOperators } from "@/lib/contacts/query/model";
import type { CustomField } from "@/lib/custom-fields/model";
import { normalPhone } from "@/lib/kit/phone";
import type { Shelves } from "@/lib/kit/shelves";
import { lastAppointmentAt, otherTextFields, relatedFields, type TextField, textFields, valueFields } from "./fields";
import { type Bound, dateOf, flagOf, idsOf, instantOf, numberOf, rangeOf, refuse, textOf, textsOf } from "./values";

/** What a condition is read with. */
export type Reading = { location: Location; customFields: CustomField[] };

/**
 * Queries for the ids of contacts that a condition can be true of, at most `most` of them. With `isMost` the
 * location has most of all contacts, and one by texts need not tell it from others.
 */
export type Candidates = {
  some: (most: number, isMost: boolean) => SQL;
  /** The same of what was made in some days, where the index knows that. */
  within?: (shelves: Shelves, most: number) => SQL;
};

/** A condition in SQL; and where an index knows them, whom it can be true of. */
export type Compiled = { where: SQL; candidates?: Candidates };

type Path = (string | number)[];

const containing = (part: string): string => `%${part.replace(/[\\%_]/g, "\\$&")}%`;
/** An index by threes of characters knows nothing of shorter parts. */
const searchable = (part: string): boolean => /[\p{L}\p{N}]{3}/u.test(part);

/** Those whose search text has a part. */
export const found = (part: string): Candidates => ({
  some: (most, isMost) => sql`select find_contacts(${containing(part)}, ${most}::int, ${isMost})`,
  within: ({ days, first, last }, most) =>
    sql`select find_contacts_between(${containing(part)}, ${days}::int, ${first}::int, ${last}::int, ${most}::int)`,
});
const comparisons: Record<Bound, SQL> = { gte: sql`>=`, gt: sql`>`, lte: sql`<=`, lt: sql`<` };

const isContactField = (field: string): field is ContactField => Object.hasOwn(contactFields, field);

/** Reads one condition. `path` is where it stands. @throws Invalid for unknown fields, operators and values that do not fit. */
export function compileCondition(condition: ContactCondition, path: Path, reading: Reading): Compiled {
  const { field, operator } = condition;
  if (field.startsWith("custom:")) return compileCustom(condition, path, reading);
  if (!isContactField(field)) refuse([...path, "field"], "must be a field of contacts");
  if (!contactOperators[contactFields[field]].some((known) => known === operator))
    refuse([...path, "operator"], "must be one that this field takes");
  const at = [...path, "value"];
  const text = textFields[field] ?? otherTextFields[field];
  if (text) return compileText(text, field, condition, at, reading);
  const related = relatedFields[field];
  if (related) return { where: compareRelated(related, condition, at) };
  if (field === "doNotDisturb") {
    const { doNotDisturb } = contacts;
    return { where: isFlagAsked(condition, at) ? sql`${doNotDisturb}` : not(doNotDisturb) };
  }
  if (field === "hasEmail") {
    const asked = isFlagAsked(condition, at) ? "isNotEmpty" : "isEmpty";
    return compileCondition({ field: "email", operator: asked }, path, reading);
  }
  if (field === "tags") return compileTags(condition, at);
  if (field === "lastAppointmentAt") return compileLastAppointment(condition, at, reading);
  const value = valueFields[field];
  if (!value) throw new Error(`${field} has no column.`);
  const where = compareValue(value, condition, at, contactFields[field]);
  const isBorn = field === "dateOfBirth" && operator !== "isEmpty" && operator !== "isNot";
  return isBorn ? { where, candidates: meeting(reading.location, where) } : { where };
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
  const isFound = textFields[field] && only !== undefined && others.length === 0 && searchable(only);
  return isFound ? { where, candidates: found(only) } : { where };
}

const living = ({ id }: Location, where: SQL): SQL =>
  sql`${contacts.locationId} = ${id} and ${contacts.deletedAt} is null and ${where}`;

/** Numbers as they are kept, however they were written. */
const phonesOf = (value: unknown, path: Path, { country }: Location): string[] =>
  textsOf(value, path).map((phone) => normalPhone(phone, country) ?? phone);

function compareText({ lowered, present }: TextField, { operator, value }: ContactCondition, path: Path): SQL {
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
      return sql`(${present} is null or ${present} = '')`;
    case "isNotEmpty":
      return sql`(${present} is not null and ${present} <> '')`;
    case "range":
      return refuse(path, "must be a text");
  }
}

const oneOf = (column: SQL, values: readonly string[]): SQL =>
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

/** Whether a condition asks for those of whom a flag is true. */
const isFlagAsked = ({ operator, value }: ContactCondition, path: Path): boolean =>
  operator === "isNotEmpty" || (operator !== "isEmpty" && flagOf(value, path) === (operator === "is"));

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
      const candidates = only !== undefined && others.length === 0 && searchable(only) ? found(only) : undefined;
      return { where: has(), ...(candidates && { candidates }) };
    }
    case "isNot":
      return { where: sql`not ${has()}` };
    case "contains": {
      const word = textOf(value, path);
      return searchable(word) ? { where: part(), candidates: found(word) } : { where: part() };
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

const custom = { text: sql`v.text_value`, number: sql`v.number_value` };

function compileCustom(
  { field, operator, value }: ContactCondition,
  path: Path,
  { customFields, location }: Reading,
): Compiled {
  const name = field.slice("custom:".length);
  const known = customFields.find(
    ({ id, fieldKey }) => id === name || fieldKey === name || `contact.${fieldKey}` === name,
  );
  if (!known) refuse([...path, "field"], "must be one of the location's custom fields");
  const at = [...path, "value"];
  const ids = (condition: SQL) => sql`select v.contact_id from ${customValues} v
    where v.location_id = ${location.id} and v.custom_field_id = ${known.id} and v.contact_id is not null and ${condition}`;
  const has = (condition: SQL): Compiled => ({
    // One contact after the other, which a scalar makes sure of: a page of common values ends soon, and the set may be large.
    where: sql`coalesce((select true from ${customValues} v where v.location_id = ${contacts.locationId}
      and v.contact_id = ${contacts.id} and v.custom_field_id = ${known.id} and ${condition} limit 1), false)`,
    candidates: { some: (most) => sql`${ids(condition)} limit ${most}` },
  });
  const isNumber = known.dataType === "number" || known.dataType === "money";
  const isList = known.dataType === "options" || known.dataType === "checkboxes";
  const same = () => {
    if (isNumber) return sql`${custom.number} = sortable_number(${numberOf(value, at)}::numeric)`;
    if (!isList)
      return oneOf(
        custom.text,
        textsOf(value, at).map((text) => text.slice(0, 200)),
      );
    return sql`(${or(...textsOf(value, at).map((text) => sql`lower(v.value::text)::jsonb ? ${text}::text`)) ?? sql`false`})`;
  };
  switch (operator) {
    case "is":
      return has(same());
    case "isNot":
      return { where: not(has(same()).where) };
    case "contains": {
      const part = textOf(value, at);
      const where = has(sql`${custom.text} like ${containing(part)}`).where;
      if (!searchable(part)) return { where };
      return {
        where,
        candidates: {
          some: (most) => sql`select find_contacts_by_custom_part(${known.id}, ${containing(part)}, ${most}::int)`,
        },
      };
    }
    case "doesNotContain":
      return { where: not(has(sql`${custom.text} like ${containing(textOf(value, at))}`).where) };
    case "isEmpty": {
      const { where } = has(sql`true`);
      const lacking = sql`not exists (${ids(sql`v.contact_id = c.id`)})`;
      const living = sql`c.location_id = ${location.id} and c.deleted_at is null`;
      return {
        where: not(where),
        candidates: {
          some: (most) => sql`select c.id from ${contacts} c where ${living} and ${lacking} limit ${most}`,
        },
      };
    }
    case "isNotEmpty":
      return has(sql`true`);
    case "range": {
      const limits = isNumber
        ? rangeOf(value, at, numberOf).map(
            ([bound, limit]) => sql`${custom.number} ${comparisons[bound]} sortable_number(${limit}::numeric)`,
          )
        : rangeOf(value, at, textOf).map(([bound, limit]) => sql`${custom.text} ${comparisons[bound]} ${limit}`);
      return has(and(...limits) ?? sql`true`);
    }
  }
}
