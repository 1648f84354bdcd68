import { and, eq, sql } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { findBulk, lockBulk } from "./internal/bulk-row";
import { type BulkChange, isEnded } from "./model";
import { addBulk, runSoon } from "./start-bulk";

/**
 * Undoes a change as a whole: of each lead that nobody changed since. It is a change itself, which
 * can be undone in turn.
 * @throws NotFound; Conflict when it has not ended (rule `running`) or was undone already (rule `undone`).
 */
export async function undoBulk(context: Context, { id }: { id: string }): Promise<BulkChange> {
  const undoing = await change(context, async (transaction, inside) => {
    await findBulk(transaction, inside, id);
    const bulk = await lockBulk(transaction, inside, id);
    if (!bulk || !isEnded(bulk)) throw new Conflict("running", "This is still going on. Cancel it first.");
    const { undoneBy } = await findBulk(transaction, inside, id);
    if (undoneBy) throw new Conflict("undone", "This was undone already.");
    const [written] = await transaction
      .select({ count: sql<number>`count(*)::int` })
      .from(events)
      .where(and(eq(events.locationId, inside.location.id), eq(events.partOfId, id)));
    const total = written?.count ?? 0;
    const command = { type: "undo" };
    const made = await addBulk(transaction, inside, { selection: { ids: [] }, command, total, undoOfId: id });
    const subject = { type: "bulk", id: made };
    return {
      result: { id: made, total },
      events: [{ type: "leads.changed_in_bulk", subject, after: { command, total, undoOf: id } }],
    };
  });
  return runSoon(context, undoing.id, undoing.total);
}
