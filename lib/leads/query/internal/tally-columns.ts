import { inArray, type SQL, sql } from "drizzle-orm";
import { leadTallies, stages, standingTallies } from "@/db/schema/opportunities";
import { describeField, type Group, isLeadField } from "@/lib/leads/query/model";
import { type Columns, conditionsIn, namesMoments } from "./group-sql";

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

const standingValues: Record<string, SQL> = {
  stage: sql`${standingTallies.stageId}`,
  status: sql`${standingTallies.status}`,
  owner: sql`${standingTallies.ownerId}`,
  source: sql`${standingTallies.source}`,
  currency: sql`${standingTallies.currency}`,
  stageChangedAt: sql`${standingTallies.sinceOn}`,
  statusChangedAt: sql`${standingTallies.sinceOn}`,
};

/** The column of a field in the tallies of leads; null where they do not tell it apart. */
export const tallyColumn = (field: string): TallyColumn => columnOf(values, field);

/** The column of a field in the tallies of how leads stand; null where they do not tell it apart. */
export const standingColumn = (field: string): TallyColumn => columnOf(standingValues, field);

type TallyColumn = ReturnType<Columns>;

function columnOf(known: Record<string, SQL>, field: string): TallyColumn {
  const value = known[field];
  if (!value || !isLeadField(field)) return null;
  const { kind } = describeField(field);
  return { kind, column: { value, of: "lead", type: kind === "instant" ? "date" : "text" } };
}

/** The rows of days that tell these fields apart: of their sums the one with the fewest rows. */
export function daysTelling(fields: readonly string[]): SQL {
  const byStage = fields.some((field) => field === "stage" || field === "pipeline" || field === "status");
  const bySource = fields.includes("source");
  return inArray(t.tellsApart, ["all", bySource ? (byStage ? "both" : "source") : "stage"]);
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
