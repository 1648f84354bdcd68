import type { Context } from "@/lib/access/context";
import { DomainError } from "@/lib/access/errors";
import { together } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { type BulkRow, commandOf, lockBulk, writeBulk } from "./internal/bulk-row";
import { changeBatch } from "./internal/change-batch";
import { removeBatch } from "./internal/remove-batch";
import { retagBatch } from "./internal/retag-batch";
import { undoBatch } from "./internal/undo-batch";
import { bulkLimits, isEnded } from "./model";

/** What a batch came to, and where the next one begins; null when there is none. */
export type Batch = { done: number; changed: number; skipped: number; next: string | null };

/**
 * Runs a change to its end, batch by batch, each in a transaction of its own with the note of how far
 * it is: a worker that takes over after a crash goes on where the last batch ended, and two that run
 * it at once take turns. Ends early when it was cancelled.
 */
export async function runBulk(context: Context, id: string): Promise<void> {
  for (let goesOn = true; goesOn;) goesOn = await runBatch(context, id);
}

/** Runs the next batch. Answers whether there is another one. */
async function runBatch(context: Context, id: string): Promise<boolean> {
  try {
    return await oneBatch(context, id, { oneByOne: false });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === "unavailable") throw error;
    return afterRefusal(context, id, error);
  }
}

function oneBatch(context: Context, id: string, { oneByOne }: { oneByOne: boolean }): Promise<boolean> {
  const now = new Date();
  return together({ ...context, now }, async (inside) => {
    const bulk = await lockBulk(inside.transaction, inside, id);
    if (!bulk || isEnded(bulk)) return false;
    return noteBatch(inside.transaction, inside, bulk, await nextBatch(inside, bulk, oneByOne));
  });
}

function nextBatch(inside: Context & { transaction: Transaction }, bulk: BulkRow, oneByOne: boolean): Promise<Batch> {
  const command = commandOf(bulk);
  if (command.type === "undo") return undoBatch(inside, bulk, oneByOne);
  if (command.type === "deleteStage" || command.type === "deletePipeline") return removeBatch(inside, bulk, command);
  if (command.type === "retag") return retagBatch(inside, bulk, command);
  return changeBatch(inside, bulk, command);
}

async function noteBatch(
  transaction: Transaction,
  context: Context,
  bulk: BulkRow,
  { next, ...batch }: Batch,
): Promise<boolean> {
  await writeBulk(transaction, context, bulk.id, {
    state: next === null ? "done" : "running",
    endedAt: next === null ? context.now : null,
    cursor: next,
    done: bulk.done + batch.done,
    changed: bulk.changed + batch.changed,
    skipped: bulk.skipped + batch.skipped,
  });
  return next !== null;
}

/** A batch of undoings that was refused is done one by one, and what can not be undone left; other changes end. */
async function afterRefusal(context: Context, id: string, refusal: DomainError): Promise<boolean> {
  const undoes = await together(context, async (inside) => {
    const bulk = await lockBulk(inside.transaction, inside, id);
    if (!bulk || isEnded(bulk)) return null;
    if (commandOf(bulk).type === "undo" && refusal.rule !== "left") return true;
    await writeBulk(inside.transaction, inside, id, { state: "failed", failure: refusal.message, endedAt: inside.now });
    return null;
  });
  let goesOn = undoes === true;
  for (let place = 0; goesOn && place < bulkLimits.batch; place++) goesOn = await undoOne(context, id);
  return goesOn;
}

async function undoOne(context: Context, id: string): Promise<boolean> {
  try {
    return await oneBatch(context, id, { oneByOne: true });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === "unavailable") throw error;
    return leaveOne(context, id);
  }
}

/** Leaves the next event as it is: somebody changed it since. */
function leaveOne(context: Context, id: string): Promise<boolean> {
  return together(context, async (inside) => {
    const bulk = await lockBulk(inside.transaction, inside, id);
    if (!bulk || isEnded(bulk)) return false;
    return noteBatch(inside.transaction, inside, bulk, await undoBatch(inside, bulk, true, { leave: true }));
  });
}
