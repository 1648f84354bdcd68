import { and, desc, eq, lt } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { bulkLimits } from "@/lib/bulk/model";
import type { Batch } from "@/lib/bulk/run-bulk";
import type { Transaction } from "@/lib/data/transaction";
import { undoEvents } from "@/lib/undo/undo-events";
import { actingAs } from "./acting-as";
import type { BulkRow } from "./bulk-row";

type Inside = Context & { transaction: Transaction };

/**
 * Undoes the next events of a change, the last first, all of them or none; `oneByOne` the next one
 * only, which `leave` passes over.
 * @throws what `undoEvents` throws.
 */
export async function undoBatch(
  context: Inside,
  bulk: BulkRow,
  oneByOne: boolean,
  { leave = false }: { leave?: boolean } = {},
): Promise<Batch> {
  const limit = oneByOne ? 1 : bulkLimits.batch;
  const found = await context.transaction
    .select({ id: events.id, number: events.number })
    .from(events)
    .where(
      and(
        eq(events.locationId, context.location.id),
        eq(events.partOfId, bulk.undoOfId ?? ""),
        bulk.cursor === null ? undefined : lt(events.number, Number(bulk.cursor)),
      ),
    )
    .orderBy(desc(events.number))
    .limit(limit);
  const ids = found.map(({ id }) => id);
  const done = ids.length;
  const last = found.at(-1);
  const next = last && done === limit ? String(last.number) : null;
  if (done === 0 || leave) return { done, changed: 0, skipped: done, next };
  await undoEvents(await actingAs(context, bulk), { events: ids });
  return { done, changed: done, skipped: 0, next };
}
