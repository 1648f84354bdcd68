import { and, asc, eq, inArray } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { updateRows } from "@/lib/data/insert-rows";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { leadEvent } from "./internal/edit-lead";
import { findLostReason, requireLost } from "./internal/lost-reason";
import { missingLead } from "./internal/missing-lead";
import { ranksAt } from "./internal/ranks";
import { readableLeads } from "./internal/readable";
import { refuseStale } from "./internal/refuse-stale";
import { findStage } from "./internal/resolve";
import { leadsOfIds } from "./internal/select-leads";
import { placeInEvent } from "./internal/stage-columns";
import type { Lead, LeadStatus, Place } from "./model";

export type MoveLeads = {
  /** In the order in which they are to stand. With the version the caller knows, a move that clashes with another is refused. */
  leads: { id: string; version?: number }[];
  /** The stage they come into; without it they stay in theirs. */
  stageId?: string;
  /** Where in the stage; without it those that come in are put at the top, and the others stay where they are. */
  place?: Place;
  status?: LeadStatus;
  /** Of those that are lost; undefined leaves it, null clears it. */
  lostReasonId?: string | null;
  archived?: boolean;
};

type Stage = NonNullable<Awaited<ReturnType<typeof findStage>>>;
type Columns = Partial<typeof opportunities.$inferInsert>;

/**
 * Moves leads on the board, all or none: into a stage, to a place among the others, won or lost, into
 * the archive and out of it. Each lead that changes is one row written; nobody else's rank changes.
 * @throws NotFound; Invalid for an unknown stage or reason, and for a reason of what is not lost;
 * ChangedSince when somebody moved one of them since the version given.
 */
export function moveLeads(context: Context, input: MoveLeads): Promise<Lead[]> {
  const ids = input.leads.map(({ id }) => id);
  return change(context, async (transaction, inside) => {
    const leads = await lockLeads(transaction, inside, ids);
    const { stageId, status, archived } = input;
    for (const { id, version } of input.leads) {
      const wanted = withoutUndefined({ stageId, status, archived });
      await refuseStale(transaction, inside, { lead: known(leads, id), version, wanted });
    }
    const [stage, reason] = await Promise.all([
      input.stageId === undefined ? null : findNamedStage(transaction, inside, input.stageId),
      input.lostReasonId ? findLostReason(transaction, inside, input.lostReasonId) : null,
    ]);
    const ranks = await ranksOf(transaction, inside, input, stage, leads);
    const events: NewEvent[] = [];
    const changed: (Columns & { id: string })[] = [];
    for (const id of ids) {
      const lead = known(leads, id);
      const edit = editOf(inside, lead, { ...input, stage, reason, rank: ranks.get(id) });
      if (edit.events.length === 0) continue;
      events.push(...edit.events.map((event) => leadEvent(lead, event)));
      changed.push({ ...edit.columns, id, version: lead.version + 1, updatedAt: context.now });
    }
    await updateRows(transaction, opportunities, context.location.id, changed);
    const moved = changed.length === 0 ? leads : await leadsOf(transaction, inside, ids);
    const result = ids.map((id) => known(moved, id));
    const [first, ...rest] = events;
    return first ? { result, events: [first, ...rest] } : { result, unchanged: true };
  });
}

type Found = Map<string, Lead>;

function known(leads: Found, id: string): Lead {
  const lead = leads.get(id);
  if (!lead) throw new Error("A lead that was just read is not there.");
  return lead;
}

const leadsOf = async (transaction: Transaction, context: Context, ids: string[]): Promise<Found> =>
  new Map((await leadsOfIds(transaction, context, ids)).map((lead) => [lead.id, lead]));

/** Those leads, held until the transaction ends. @throws NotFound. */
async function lockLeads(transaction: Transaction, context: Context, ids: string[]): Promise<Found> {
  const locked = await transaction
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(and(readableLeads(context), inArray(opportunities.id, ids)))
    // In one order, so that two moves of the same leads do not wait for each other.
    .orderBy(asc(opportunities.id))
    .for("update");
  const missing = ids.find((id) => !locked.some((lead) => lead.id === id));
  if (missing !== undefined) throw await missingLead(transaction, context, eq(opportunities.id, missing));
  return leadsOf(transaction, context, ids);
}

async function findNamedStage(transaction: Transaction, context: Context, id: string): Promise<Stage> {
  const stage = await findStage(transaction, context, { id });
  if (!stage) throw Invalid.field("stageId", "unknown", "There is no such stage. Choose one of the location's stages.");
  return stage;
}

/** The ranks that leads get, by their ids. Who is in the stage already and was given no place keeps theirs. */
async function ranksOf(
  transaction: Transaction,
  context: Context,
  { leads: named, place }: MoveLeads,
  stage: Stage | null,
  leads: Found,
): Promise<Map<string, string>> {
  const all = named.map(({ id }) => known(leads, id));
  const [first] = all;
  const stageId = stage?.id ?? first?.stage.id;
  if (stageId === undefined || (!stage && all.some((lead) => lead.stage.id !== stageId))) return new Map();
  const placed = all.filter((lead) => place !== undefined || lead.stage.id !== stageId).map(({ id }) => id);
  if (placed.length === 0) return new Map();
  const ranks = await ranksAt(transaction, context, { stageId, place: place ?? {}, leadIds: placed });
  return new Map(placed.map((id, index) => [id, ranks[index] ?? ""]));
}

type Wanted = Pick<MoveLeads, "status" | "lostReasonId" | "archived"> & {
  stage: Stage | null;
  reason: { id: string; name: string } | null;
  rank: string | undefined;
};
type LeadEvent = Omit<NewEvent, "subject">;

/** What a move comes to for one lead: the columns to write, and what there is to tell; nothing when it is that way already. */
function editOf(context: Context, lead: Lead, { stage, rank, archived, ...wanted }: Wanted) {
  const columns: Columns = {};
  const events: LeadEvent[] = [];
  if (stage && stage.id !== lead.stage.id && rank !== undefined) {
    const place = { pipelineId: stage.pipelineId, stageId: stage.id, position: rank, stageChangedAt: context.now };
    Object.assign(columns, place);
    const moved = { before: placeInEvent(lead.stage, lead), after: placeInEvent(stage, place) };
    events.push({ type: "lead.stage_changed", ...moved });
  } else if (rank !== undefined) {
    columns.position = rank;
    events.push({ type: "lead.reordered", before: { position: lead.position }, after: { position: rank } });
  }
  const outcome = outcomeOf(context, lead, wanted);
  if (outcome) {
    Object.assign(columns, outcome);
    const { status, lostReasonId, statusChangedAt } = lead;
    events.push({
      type: "lead.status_changed",
      before: { status, lostReasonId, statusChangedAt },
      after: { ...outcome, ...(wanted.reason && { lostReason: wanted.reason.name }) },
    });
  }
  if (archived !== undefined && archived !== (lead.archivedAt !== null)) {
    const archivedAt = archived ? context.now : null;
    columns.archivedAt = archivedAt;
    const [before, after] = [{ archivedAt: lead.archivedAt }, { archivedAt }];
    events.push({ type: archived ? "lead.archived" : "lead.activated", before, after });
  }
  return { columns, events };
}

/** The status that a lead comes to, with its reason; null when both are so already. @throws Invalid for a reason of what is not lost. */
function outcomeOf(
  context: Context,
  lead: Lead,
  { status = lead.status, lostReasonId: asked, reason }: Pick<Wanted, "status" | "lostReasonId" | "reason">,
) {
  if (reason) requireLost(status);
  const lostReasonId = asked === undefined && status === "lost" ? lead.lostReasonId : (reason?.id ?? null);
  const isSame = status === lead.status;
  if (isSame && lostReasonId === lead.lostReasonId) return null;
  return { status, lostReasonId, statusChangedAt: isSame ? lead.statusChangedAt : context.now };
}
