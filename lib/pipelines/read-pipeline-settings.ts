import { and, asc, eq, isNull } from "drizzle-orm";
import { lostReasons, pipelineSettings } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { type PipelineSettings, startingPipelineSettings } from "./model";

/** What the location chose about its pipelines. */
export const readPipelineSettings = (context: Context): Promise<PipelineSettings> =>
  read(context, (transaction) => findPipelineSettings(transaction, context));

/** The same inside a transaction. */
export async function findPipelineSettings(
  transaction: ReadTransaction,
  { location: { id: locationId } }: Context,
): Promise<PipelineSettings> {
  const [[chosen], reasons] = await Promise.all([
    transaction
      .select({ asksLostReason: pipelineSettings.asksLostReason, stalledAfterDays: pipelineSettings.stalledAfterDays })
      .from(pipelineSettings)
      .where(eq(pipelineSettings.locationId, locationId)),
    transaction
      .select({ id: lostReasons.id, name: lostReasons.name })
      .from(lostReasons)
      .where(and(eq(lostReasons.locationId, locationId), isNull(lostReasons.retiredAt)))
      .orderBy(asc(lostReasons.position), asc(lostReasons.id)),
  ]);
  return { ...(chosen ?? startingPipelineSettings), lostReasons: reasons };
}
