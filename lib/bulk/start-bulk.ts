import { bulkChanges } from "@/db/schema/views";
import type { Context } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";
import { queueJob } from "@/lib/jobs/queue-job";
import { newId } from "@/lib/kit/id";
import { checkCommand } from "@/lib/leads/change-leads";
import type { LeadTotal } from "@/lib/leads/query/model";
import { countSelected } from "@/lib/leads/query/select-leads";
import { findBulk } from "./internal/bulk-row";
import { type BulkChange, bulkLimits, type LeadsCommand, type LeadsSelection } from "./model";
import { runBulk } from "./run-bulk";

export type StartBulk = { selection: LeadsSelection; command: LeadsCommand };

/** How many leads a command would be done to. @throws Invalid for a query or command that does not fit. */
export function previewBulk(context: Context, { selection, command }: StartBulk): Promise<LeadTotal> {
  return read(context, async (transaction) => {
    await checkCommand(transaction, context, command);
    return countLeads(transaction, context, selection);
  });
}

const countLeads = async (
  transaction: ReadTransaction,
  context: Context,
  selection: LeadsSelection,
): Promise<LeadTotal> =>
  "ids" in selection
    ? { count: new Set(selection.ids).size, exact: true }
    : countSelected(transaction, context, selection);

/**
 * Does one thing to each of many leads: to few while the caller waits, to more in batches by a job.
 * Answers how far it is, and the id by which all of it can be undone.
 * @throws Invalid for a query or command that does not fit.
 */
export async function startBulk(context: Context, { selection, command }: StartBulk): Promise<BulkChange> {
  const { id, total } = await change(context, async (transaction, inside) => {
    await checkCommand(transaction, inside, command);
    const { count } = await countLeads(transaction, inside, selection);
    const made = await addBulk(transaction, inside, { selection, command, total: count });
    const subject = { type: "bulk", id: made };
    return {
      result: { id: made, total: count },
      events: [{ type: "leads.changed_in_bulk", subject, after: { command, total: count } }],
    };
  });
  return runSoon(context, id, total);
}

/** What was asked for: the preview of a change, or the change. @throws as they do. */
export const previewOrStartBulk = (
  context: Context,
  { preview, ...asked }: StartBulk & { preview: boolean },
): Promise<LeadTotal | BulkChange> => (preview ? previewBulk(context, asked) : startBulk(context, asked));

type NewBulk = {
  id?: string;
  selection: unknown;
  command: unknown;
  total: number;
  /** Leads that were changed already. */
  done?: number;
  undoOfId?: string;
};

/** Adds a change to be run, and the job that runs it. Answers its id. */
export async function addBulk(
  transaction: Transaction,
  context: Context,
  { id = newId(), selection, command, total, done = 0, undoOfId }: NewBulk,
): Promise<string> {
  const { actor, location, now } = context;
  const locationId = location.id;
  const actorId = actor.type === "system" ? null : actor.id;
  const who = { actorType: actor.type, actorId, actorName: actor.name };
  await transaction.insert(bulkChanges).values({
    locationId,
    id,
    selection,
    command,
    total,
    done,
    changed: done,
    undoOfId,
    ...who,
    createdAt: now,
    updatedAt: now,
  });
  await queueJob(transaction, "run_bulk_change", { locationId, bulkId: id });
  return id;
}

/** Runs a change at once where it is small and was committed; else the job does. Answers how far it is. */
export async function runSoon(context: Context, id: string, total: number): Promise<BulkChange> {
  if (total <= bulkLimits.atOnce && !context.transaction) await runBulk(context, id);
  return read(context, (transaction) => findBulk(transaction, context, id));
}
