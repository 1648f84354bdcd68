import { and, or, type SQL, sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import type { Condition, FieldKind, Group, Part } from "@/lib/leads/query/model";
import { conditionSql, isExact } from "./condition-sql";
import type { FieldColumn } from "./field-columns";

/** The column of a field in whatever is asked; null where it is not known there. */
export type Columns = (field: string) => { kind: FieldKind; column: FieldColumn } | null;

/** Whether a part of a filter is a group of others. */
export const isGroup = (part: Part): part is Group => "all" in part || "any" in part;

/** The parts of a group. */
export const partsOf = (group: Group): Part[] => ("all" in group ? group.all : group.any);

/** A group as SQL; undefined where it says nothing. @throws Error for fields that `columns` does not know. */
export function groupSql(group: Group, columns: Columns, context: Context): SQL | undefined {
  const said = partsOf(group).map((part) => partSql(part, columns, context));
  const conditions = said.filter((condition) => condition !== undefined);
  return "all" in group ? and(...conditions) : or(...conditions);
}

/** A part of a filter as SQL; undefined where it says nothing. */
export function partSql(part: Part, columns: Columns, context: Context): SQL | undefined {
  if (isGroup(part)) return groupSql(part, columns, context);
  const field = columns(part.field);
  if (!field) throw new Error(`There is no column for ${part.field}.`);
  return sql`(${conditionSql(part, field, context)})`;
}

/** All conditions of a group, however deep. */
export const conditionsIn = (group: Group): Condition[] =>
  partsOf(group).flatMap((part) => (isGroup(part) ? conditionsIn(part) : [part]));

/** Whether a condition names moments, which tallies of days can not tell apart. */
export const namesMoments = ({ operator, value }: Condition): boolean =>
  isExact(value) || (operator === "inPeriod" && (value === "past" || value === "future"));
