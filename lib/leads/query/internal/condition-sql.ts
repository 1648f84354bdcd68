import { and, or, type SQL, sql } from "drizzle-orm";
import { opportunities, opportunityFollowers } from "@/db/schema/opportunities";
import { type Context, userIdOf } from "@/lib/access/context";
import { onlyReader } from "@/lib/access/readers";
import { normalPhone, phoneDigits } from "@/lib/kit/phone";
import { startOfDay } from "@/lib/kit/zone";
import { digitsOfContact } from "@/lib/leads/internal/found-leads";
import { assignedTo, followedBy } from "@/lib/leads/internal/readable";
import { type Condition, type ConditionValue, type FieldKind, me, type Operator } from "@/lib/leads/query/model";
import { daySpan } from "./day-span";
import type { FieldColumn } from "./field-columns";

/** The field of a condition, as it is compared. */
export type ConditionField = { kind: FieldKind; column: FieldColumn };

/** A condition as SQL that is true or false for every row, or null where that means false. */
export function conditionSql(condition: Condition, { kind, column }: ConditionField, context: Context): SQL {
  const { field, operator, value } = condition;
  if (field === "followers" || field === "assigned") return peopleSql(condition, context);
  switch (kind) {
    case "text":
      return field === "phone" ? phoneSql(condition, column.value, context) : textSql(operator, column.value, value);
    case "label":
    case "choice":
      return operator === "contains" || operator === "doesNotContain"
        ? textSql(operator, column.value, value)
        : listSql(operator, column.value, textsOf(value));
    case "person":
      return listSql(operator, column.value, usersOf(value, context));
    case "people":
    case "words":
      return wordsSql(operator, column.value, textsOf(value));
    case "number":
    case "money":
      return numberSql(operator, column, value);
    case "instant":
    case "date":
      return timeSql(operator, column, value, context);
    case "flag":
      return sql`${column.value} = ${value}`;
  }
}

const textsOf = (value: ConditionValue | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");

/** The ids of users; `me` is nobody where a key asks. */
const usersOf = (value: ConditionValue | undefined, context: Context): string[] =>
  textsOf(value).map((user) => (user === me ? (userIdOf(context) ?? "") : user));

const isEmptyText = (column: SQL): SQL => sql`coalesce(${column}, '') = ''`;

function textSql(operator: Operator, column: SQL, value: ConditionValue | undefined): SQL {
  const asked = sql`lower(${value}::text)`;
  const known = sql`lower(coalesce(${column}, ''))`;
  const texts: Partial<Record<Operator, SQL>> = {
    is: sql`lower(${column}) = ${asked}`,
    isNot: sql`${known} <> ${asked}`,
    contains: sql`strpos(lower(${column}), ${asked}) > 0`,
    doesNotContain: sql`strpos(${known}, ${asked}) = 0`,
    startsWith: sql`starts_with(lower(${column}), ${asked})`,
    isEmpty: isEmptyText(column),
    isNotEmpty: sql`not ${isEmptyText(column)}`,
  };
  return chosen(texts, operator);
}

/** The digits of a phone number, however it is written; a whole number is compared in its normal form. */
function phoneSql({ operator, value }: Condition, column: SQL, { location }: Context): SQL {
  const given = String(value);
  const digits = phoneDigits(given);
  if (operator === "isEmpty" || operator === "isNotEmpty" || digits === "") return textSql(operator, column, value);
  const whole = normalPhone(given, location.country) ?? given;
  const wholeDigits = whole.replaceAll(/\D/g, "");
  const numbers: Partial<Record<Operator, SQL>> = {
    is: sql`${digitsOfContact} = ${wholeDigits}`,
    isNot: sql`${digitsOfContact} <> ${wholeDigits}`,
    contains: sql`strpos(${digitsOfContact}, ${digits}) > 0`,
    doesNotContain: sql`strpos(${digitsOfContact}, ${digits}) = 0`,
    startsWith: sql`(starts_with(${digitsOfContact}, ${digits}) or starts_with(regexp_replace(${column}, '^[^1-9]+|\\D', '', 'g'), ${digits}))`,
  };
  return chosen(numbers, operator);
}

function listSql(operator: Operator, column: SQL, values: string[]): SQL {
  const [first = ""] = values;
  const lists: Partial<Record<Operator, SQL>> = {
    is: sql`${column} = ${first}`,
    isNot: sql`${column} is distinct from ${first}`,
    anyOf: sql`${column} = any(${sql.param(values)})`,
    noneOf: sql`(${column} is null or ${column} <> all(${sql.param(values)}))`,
    isEmpty: sql`${column} is null`,
    isNotEmpty: sql`${column} is not null`,
  };
  return chosen(lists, operator);
}

/** `column` is a list of lower-cased words. */
function wordsSql(operator: Operator, column: SQL, values: string[]): SQL {
  const words = sql`lower(${sql.param(values)}::text[]::text)::text[]`;
  const sets: Partial<Record<Operator, SQL>> = {
    anyOf: sql`${column} && ${words}`,
    allOf: sql`${column} @> ${words}`,
    noneOf: sql`not coalesce(${column} && ${words}, false)`,
    isEmpty: sql`cardinality(coalesce(${column}, '{}')) = 0`,
    isNotEmpty: sql`cardinality(${column}) > 0`,
  };
  return chosen(sets, operator);
}

function peopleSql({ field, operator, value }: Condition, context: Context): SQL {
  const { ownerId, locationId, id } = opportunities;
  const isOn = (user: string): SQL | undefined => (field === "assigned" ? assignedTo : followedBy)(onlyReader(user));
  const users = usersOf(value, context);
  const anybody = sql`exists (select 1 from ${opportunityFollowers} f where f.location_id = ${locationId} and f.opportunity_id = ${id})`;
  const somebody = field === "assigned" ? sql`(${ownerId} is not null or ${anybody})` : anybody;
  const any = or(...users.map(isOn)) ?? sql`false`;
  const people: Partial<Record<Operator, SQL>> = {
    anyOf: any,
    allOf: and(...users.map(isOn)) ?? sql`true`,
    noneOf: sql`not coalesce(${any}, false)`,
    isEmpty: sql`not ${somebody}`,
    isNotEmpty: somebody,
  };
  return chosen(people, operator);
}

function numberSql(operator: Operator, { value: column, type }: FieldColumn, value: ConditionValue | undefined): SQL {
  const [low, high] = Array.isArray(value) ? value : [value, value];
  // A number with a fraction is no bigint, and compares with one all the same.
  const number = (given: unknown): SQL =>
    type === "bigint" && Number.isSafeInteger(given) ? sql`${given}::bigint` : sql`${String(given)}::numeric`;
  const ranges: Partial<Record<Operator, SQL>> = {
    is: sql`${column} = ${number(low)}`,
    isNot: sql`${column} is distinct from ${number(low)}`,
    lessThan: sql`${column} < ${number(low)}`,
    atMost: sql`${column} <= ${number(low)}`,
    greaterThan: sql`${column} > ${number(low)}`,
    atLeast: sql`${column} >= ${number(low)}`,
    between: sql`${column} between ${number(low)} and ${number(high)}`,
    isEmpty: sql`${column} is null`,
    isNotEmpty: sql`${column} is not null`,
  };
  return chosen(ranges, operator);
}

function timeSql(
  operator: Operator,
  { value: column, type }: FieldColumn,
  value: ConditionValue | undefined,
  { now, location }: Context,
): SQL {
  if (operator === "isEmpty") return sql`${column} is null`;
  if (operator === "isNotEmpty") return sql`${column} is not null`;
  const isInstants = type === "timestamptz";
  const moment = (at: string): SQL => sql`${at}::timestamptz`;
  if (isInstants && operator === "inPeriod" && value === "past") return sql`${column} < ${moment(now.toISOString())}`;
  if (isInstants && operator === "inPeriod" && value === "future") return sql`${column} > ${moment(now.toISOString())}`;
  if (isInstants && isExact(value)) {
    const [from = "", to = ""] = Array.isArray(value) ? value.map(String) : [String(value), String(value)];
    const moments: Partial<Record<Operator, SQL>> = {
      before: sql`${column} < ${moment(from)}`,
      onOrBefore: sql`${column} <= ${moment(from)}`,
      after: sql`${column} > ${moment(from)}`,
      onOrAfter: sql`${column} >= ${moment(from)}`,
      on: sql`${column} = ${moment(from)}`,
      between: sql`${column} between ${moment(from)} and ${moment(to)}`,
    };
    return chosen(moments, operator);
  }
  const { from, until } = daySpan(operator, value, now, location.timeZone);
  // PostgreSQL has no sign before a year beyond 9999.
  const at = (day: string): SQL =>
    isInstants ? moment(startOfDay(day, location.timeZone).toISOString()) : sql`${day.replace(/^\+0*/, "")}::date`;
  const ends = [
    from === null ? undefined : sql`${column} >= ${at(from)}`,
    until === null ? undefined : sql`${column} < ${at(until)}`,
  ];
  return and(...ends) ?? sql`true`;
}

/** Whether a value names moments, not days. */
export const isExact = (value: ConditionValue | undefined): boolean =>
  (Array.isArray(value) ? value : [value]).some((each) => typeof each === "string" && each.includes("T"));

function chosen(choices: Partial<Record<Operator, SQL>>, operator: Operator): SQL {
  const choice = choices[operator];
  // Operators were checked against the kind of the field.
  if (!choice) throw new Error(`${operator} does not fit its field.`);
  return choice;
}
