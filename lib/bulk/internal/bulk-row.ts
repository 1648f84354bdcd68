import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { bulkChanges } from "@/db/schema/views";
import { type Context, isAdministrator } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import type { BulkChange, LeadsSelection } from "@/lib/bulk/model";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";

export type BulkRow = typeof bulkChanges.$inferSelect;

const undoing = alias(bulkChanges, "undoing");

/** A change as people see it, by its id; only who started it and administrators do. @throws NotFound. */
export async function findBulk(transaction: ReadTransaction, context: Context, id: string): Promise<BulkChange> {
  const [row] = await selectBulk(transaction).where(
    and(eq(bulkChanges.locationId, context.location.id), eq(bulkChanges.id, id)),
  );
  if (!row || !maySee(context, row.bulk)) throw new NotFound("bulk change");
  return bulkOf(row);
}

/** A query for changes, with the ones that undo them. */
export const selectBulk = (transaction: ReadTransaction) =>
  transaction
    .select({ bulk: bulkChanges, undoneBy: undoing.id })
    .from(bulkChanges)
    .leftJoin(undoing, and(eq(undoing.locationId, bulkChanges.locationId), eq(undoing.undoOfId, bulkChanges.id)))
    .$dynamic();

/** Whether the caller started a change, or administers the location. */
export const maySee = (context: Context, { actorType, actorId }: BulkRow): boolean =>
  isAdministrator(context) ||
  (context.actor.type === actorType && context.actor.type !== "system" && context.actor.id === actorId);

/** The row of a change, held until the transaction ends; null when there is none. */
export async function lockBulk(transaction: Transaction, { location }: Context, id: string): Promise<BulkRow | null> {
  const [row] = await transaction
    .select()
    .from(bulkChanges)
    .where(and(eq(bulkChanges.locationId, location.id), eq(bulkChanges.id, id)))
    .for("update");
  return row ?? null;
}

/** Notes how far a change is. */
export async function writeBulk(
  transaction: Transaction,
  { location, now }: Context,
  id: string,
  columns: Partial<BulkRow>,
): Promise<void> {
  await transaction
    .update(bulkChanges)
    .set({ ...columns, updatedAt: now })
    .where(and(eq(bulkChanges.locationId, location.id), eq(bulkChanges.id, id)));
}

/** What is done. It was checked when the change began. */
export const commandOf = ({ command }: BulkRow) => command as BulkChange["command"];

/** The leads it is done to. They were checked when the change began, and are read as the same type. */
export const selectionOf = ({ selection }: BulkRow) => selection as LeadsSelection;

/** A row as people see it. */
export const bulkOf = ({ bulk, undoneBy }: { bulk: BulkRow; undoneBy: string | null }): BulkChange => ({
  id: bulk.id,
  command: commandOf(bulk),
  state: bulk.state,
  total: bulk.total,
  done: bulk.done,
  changed: bulk.changed,
  skipped: bulk.skipped,
  failure: bulk.failure,
  undoOf: bulk.undoOfId,
  undoneBy,
  startedBy: bulk.actorName,
  createdAt: bulk.createdAt,
  endedAt: bulk.endedAt,
});
