import { and, desc, eq } from "drizzle-orm";
import { bulkChanges } from "@/db/schema/views";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { bulkOf, findBulk, selectBulk } from "./internal/bulk-row";
import type { BulkChange } from "./model";

/** How far a change of many leads is. @throws NotFound. */
export const getBulk = (context: Context, { id }: { id: string }): Promise<BulkChange> =>
  read(context, (transaction) => findBulk(transaction, context, id));

/** The last changes that the caller started, at most twenty, the newest first. */
export async function listBulk(context: Context): Promise<BulkChange[]> {
  const { actor, location } = context;
  if (actor.type === "system") return [];
  const rows = await read(context, (transaction) =>
    selectBulk(transaction)
      .where(
        and(
          eq(bulkChanges.locationId, location.id),
          eq(bulkChanges.actorType, actor.type),
          eq(bulkChanges.actorId, actor.id),
        ),
      )
      .orderBy(desc(bulkChanges.id))
      .limit(20),
  );
  return rows.map(bulkOf);
}
