import { type SQL, sql } from "drizzle-orm";
import { leadTallies, stages } from "@/db/schema/opportunities";
import { describeField, type Group, isLeadField } from "@/lib/leads/query/model";
import type { FieldColumn } from "./field-columns";
import { conditionsIn, namesMoments } from "./group-sql";

const t = leadTallies;

const pipelineId = sql`(select s.pipeline_id from ${stages} s where s.location_id = ${t.locationId} and s.id = ${t.stageId})`;

const values: Record<string, SQL> = {
  stage: sql`${t.stageId}`,
  pipeline: pipelineId,
  status: sql`${t.status}`,
  source: sql`${t.source}`,
  currency: sql`${t.currency}`,
  category: sql`${t.categoryId}`,
  archived: sql`${t.archived}`,
  createdAt: sql`${t.createdOn}`,
};

/** The column of a field in the tallies of leads; null where they do not tell it apart. */
export function tallyColumn(
  field: string,
): { kind: ReturnType<typeof describeField>["kind"]; column: FieldColumn } | null {
  const value = values[field];
  if (!value || !isLeadField(field)) return null;
  const type = field === "createdAt" ? "date" : "text";
  return { kind: describeField(field).kind, column: { value, of: "lead", type } };
}

/** Which rows of the tallies answer a filter: those over all days, or those of single days; null when none do. */
export function talliesFor(group: Group): "allDays" | "days" | null {
  const conditions = conditionsIn(group);
  if (conditions.some((condition) => !tallyColumn(condition.field) || namesMoments(condition))) return null;
  const fields = new Set(conditions.map(({ field }) => field));
  if (!fields.has("createdAt")) return "allDays";
  // The rows of a day are by neither category nor archive.
  return fields.has("category") || fields.has("archived") ? null : "days";
}
