import { and, asc, eq, isNull } from "drizzle-orm";
import { lostReasons, pipelineSettings } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { type PipelineSettings, startingPipelineSettings } from "./model";

/** What the location chose about its pipelines. */
export function readPipelineSettings(context: Context): Promise<PipelineSettings> {
  const { id: locationId } = context.location;
  return read(context, async (transaction) => {
    const [[chosen], reasons] = await Promise.all([
      transaction
        .select({
          asksLostReason: pipelineSettings.asksLostReason,
          stalledAfterDays: pipelineSettings.stalledAfterDays,
        })
        .from(pipelineSettings)
        .where(eq(pipelineSettings.locationId, locationId)),
      transaction
        .select({ id: lostReasons.id, name: lostReasons.name })
        .from(lostReasons)
        .where(and(eq(lostReasons.locationId, locationId), isNull(lostReasons.retiredAt)))
        .orderBy(asc(lostReasons.position), asc(lostReasons.id)),
    ]);
    return { ...(chosen ?? startingPipelineSettings), lostReasons: reasons };
  });
}
