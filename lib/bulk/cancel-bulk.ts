import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { findBulk, lockBulk, writeBulk } from "./internal/bulk-row";
import { type BulkChange, isEnded } from "./model";

/**
 * Ends a change after the batch it is at; what was changed stays, and can be undone.
 * @throws NotFound; Conflict (rule `ended`) when it has ended already.
 */
export function cancelBulk(context: Context, { id }: { id: string }): Promise<BulkChange> {
  return change(context, async (transaction, inside) => {
    await findBulk(transaction, inside, id);
    const bulk = await lockBulk(transaction, inside, id);
    if (!bulk || isEnded(bulk)) throw new Conflict("ended", "This has ended already. Undo it to take it back.");
    await writeBulk(transaction, inside, id, { state: "cancelled", endedAt: inside.now });
    return {
      result: await findBulk(transaction, inside, id),
      events: [{ type: "leads.changed_in_bulk", subject: { type: "bulk", id }, after: { cancelled: true } }],
    };
  });
}
