import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { leadTallies, opportunities, pipelines, stages } from "@/db/schema/opportunities";
import { type Context, seesAll } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { weightedMinor } from "@/lib/pipelines/model";
import { findPipelineSettings } from "@/lib/pipelines/read-pipeline-settings";
import { allReadableLeads } from "./internal/readable";
import type { Board, BoardColumn, BoardSum, LeadStatus } from "./model";
import { type BoardFilter, onBoard } from "./query/board-condition";

export type ReadBoard = BoardFilter & {
  /** The location's default pipeline without one. */
  pipelineId?: string;
};

/** Deals of one stage, status and currency, added up. */
type Part = { stageId: string; status: LeadStatus; currency: string; leads: number; minor: number };

/**
 * A pipeline's columns with what is in them. Counts of everything come from the tallies and cost
 * nothing at a million leads; those of a filter, or of a person's own leads, are counted.
 * @throws NotFound for a pipeline that the location does not have.
 */
export function readBoard(context: Context, { pipelineId, ...filter }: ReadBoard): Promise<Board> {
  return read(context, async (transaction) => {
    const [all, { stalledAfterDays, asksLostReason, lostReasons }] = await Promise.all([
      transaction
        .select({ id: pipelines.id, name: pipelines.name, isDefault: pipelines.isDefault })
        .from(pipelines)
        .where(eq(pipelines.locationId, context.location.id))
        .orderBy(asc(pipelines.position), asc(pipelines.id)),
      findPipelineSettings(transaction, context),
    ]);
    const pipeline = all.find(({ id, isDefault }) => (pipelineId === undefined ? isDefault : id === pipelineId));
    if (!pipeline) throw new NotFound("pipeline");
    const listed = await transaction
      .select()
      .from(stages)
      .where(and(eq(stages.locationId, context.location.id), eq(stages.pipelineId, pipeline.id)))
      .orderBy(asc(stages.position), asc(stages.id));
    const ids = listed.map(({ id }) => id);
    const parts = ids.length === 0 ? [] : await addUp(transaction, context, ids, filter);
    const columns = listed.map((stage): BoardColumn => {
      const mine = parts.filter(({ stageId }) => stageId === stage.id);
      return {
        id: stage.id,
        key: stage.key,
        name: stage.name,
        color: stage.color,
        probability: stage.probability,
        stalledAfterDays: stage.stalledAfterDays ?? stalledAfterDays,
        count: mine.reduce((sum, { leads }) => sum + leads, 0),
        sums: sumsOf(mine, stage.probability, context.location.currency),
      };
    });
    const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
    return { pipeline: named(pipeline), pipelines: all.map(named), columns, asksLostReason, lostReasons };
  });
}

async function addUp(
  transaction: ReadTransaction,
  context: Context,
  stageIds: string[],
  filter: BoardFilter,
): Promise<Part[]> {
  const { where, needsContact, isWhole } = await onBoard(transaction, context, filter);
  if (isWhole && seesAll(context)) return fromTallies(transaction, context, stageIds, filter);
  const { stageId, status, currency, valueMinor } = opportunities;
  const parts = transaction
    .select({ stageId, status, currency, leads: sql<number>`count(*)::int`, minor: total(sql`${valueMinor}`) })
    .from(opportunities)
    .$dynamic();
  const isTheirs = and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId));
  return (needsContact ? parts.innerJoin(contacts, isTheirs) : parts)
    .where(and(allReadableLeads(context), inArray(stageId, stageIds), where))
    .groupBy(stageId, status, currency);
}

/** A sum is numeric, which the driver hands over as text. */
const total = (value: SQL) => sql<number>`coalesce(sum(${value}), 0)`.mapWith(Number);

async function fromTallies(
  transaction: ReadTransaction,
  context: Context,
  stageIds: string[],
  { status }: BoardFilter,
): Promise<Part[]> {
  const rows = await transaction
    .select({
      stageId: sql<string>`${leadTallies.stageId}`,
      status: sql<LeadStatus>`${leadTallies.status}`,
      currency: leadTallies.currency,
      leads: sql<number>`sum(${leadTallies.leads})::int`,
      minor: total(sql`${leadTallies.valueMinor}`),
    })
    .from(leadTallies)
    .where(
      and(
        eq(leadTallies.locationId, context.location.id),
        isNull(leadTallies.createdOn),
        eq(leadTallies.archived, false),
        inArray(leadTallies.stageId, stageIds),
        status === "all" ? undefined : eq(leadTallies.status, status),
      ),
    )
    .groupBy(leadTallies.stageId, leadTallies.status, leadTallies.currency);
  return rows.filter(({ leads }) => leads > 0);
}

/** How likely the money of a deal is to come, in percent. */
const chanceOf = (status: LeadStatus, probability: number): number =>
  status === "open" ? probability : status === "won" ? 100 : 0;

function sumsOf(parts: Part[], probability: number, ownCurrency: string): BoardSum[] {
  const byCurrency = Map.groupBy(parts, ({ currency }) => currency);
  return [...byCurrency]
    .map(([currency, group]) => ({
      currency,
      minor: group.reduce((sum, { minor }) => sum + minor, 0),
      weightedMinor: group.reduce(
        (sum, { status, minor }) => sum + weightedMinor(minor, chanceOf(status, probability)),
        0,
      ),
    }))
    .toSorted(
      (one, other) =>
        Number(other.currency === ownCurrency) - Number(one.currency === ownCurrency) ||
        one.currency.localeCompare(other.currency),
    );
}
