import { and, eq, inArray, isNull } from "drizzle-orm";
import { lostReasons, pipelineSettings, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { waitForOthers } from "@/lib/data/wait-for-others";
import { newId } from "@/lib/kit/id";
import type { PipelineSettings } from "./model";
import { readPipelineSettings } from "./read-pipeline-settings";

export type SavePipelineSettings = {
  asksLostReason?: boolean;
  stalledAfterDays?: number;
  /** All reasons in their order: those with an id are renamed, those without are new, those left out are retired. */
  lostReasons?: { id?: string; name: string }[];
  /** Days of a stage's own; null: the location's. */
  stages?: { id: string; stalledAfterDays: number | null }[];
};

/**
 * Changes what the location chose about its pipelines; what is left out stays. Deals keep a reason that is retired.
 * @throws Invalid for an unknown reason or stage, and for two reasons of one name.
 */
export function savePipelineSettings(context: Context, input: SavePipelineSettings): Promise<PipelineSettings> {
  const { id: locationId } = context.location;
  return change(context, async (transaction, inside) => {
    await waitForOthers(transaction, `pipeline settings ${locationId}`);
    const before = await readPipelineSettings(inside);
    const { asksLostReason = before.asksLostReason, stalledAfterDays = before.stalledAfterDays } = input;
    await transaction
      .insert(pipelineSettings)
      .values({ locationId, id: newId(), asksLostReason, stalledAfterDays })
      .onConflictDoUpdate({
        target: pipelineSettings.locationId,
        set: { asksLostReason, stalledAfterDays, updatedAt: context.now },
      });
    if (input.lostReasons) await saveReasons(transaction, context, before, input.lostReasons);
    for (const [index, { id, stalledAfterDays: days }] of (input.stages ?? []).entries()) {
      const [found] = await transaction
        .update(stages)
        .set({ stalledAfterDays: days, updatedAt: context.now })
        .where(and(eq(stages.locationId, locationId), eq(stages.id, id)))
        .returning({ id: stages.id });
      if (!found) throw new Invalid([{ path: ["stages", index], rule: "unknown", message: "There is no such stage." }]);
    }
    const after = await readPipelineSettings(inside);
    if (!input.stages && JSON.stringify(after) === JSON.stringify(before)) return { result: after, unchanged: true };
    return {
      result: after,
      events: [
        {
          type: "settings.changed",
          subject: { type: "pipeline_settings", id: context.location.id },
          before: { ...before },
          after: { ...after, ...(input.stages && { stages: input.stages }) },
        },
      ],
    };
  });
}

async function saveReasons(
  transaction: Transaction,
  context: Context,
  { lostReasons: known }: PipelineSettings,
  wanted: { id?: string; name: string }[],
): Promise<void> {
  checkReasons(known, wanted);
  const { id: locationId } = context.location;
  const retired = known.filter(({ id }) => !wanted.some((reason) => reason.id === id)).map(({ id }) => id);
  if (retired.length > 0)
    await transaction
      .update(lostReasons)
      .set({ retiredAt: context.now, updatedAt: context.now })
      .where(and(eq(lostReasons.locationId, locationId), inArray(lostReasons.id, retired)));
  // Names of their own for a moment: two reasons may have changed places.
  for (const { id } of wanted)
    if (id)
      await transaction
        .update(lostReasons)
        .set({ name: id })
        .where(and(eq(lostReasons.locationId, locationId), eq(lostReasons.id, id), isNull(lostReasons.retiredAt)));
  for (const [position, { id, name }] of wanted.entries()) {
    if (id)
      await transaction
        .update(lostReasons)
        .set({ name: name.trim(), position, updatedAt: context.now })
        .where(and(eq(lostReasons.locationId, locationId), eq(lostReasons.id, id)));
    else await transaction.insert(lostReasons).values({ locationId, id: newId(), name: name.trim(), position });
  }
}

/** @throws Invalid for a reason that is not there, and for two of one name. */
function checkReasons(known: { id: string }[], wanted: { id?: string; name: string }[]): void {
  const names = new Set<string>();
  for (const [index, { id, name }] of wanted.entries()) {
    const path = ["lostReasons", index, "name"];
    if (id && !known.some((reason) => reason.id === id))
      throw new Invalid([
        { path, rule: "unknown", message: "This reason is not there any more. Load the page again." },
      ]);
    const word = name.trim().toLowerCase();
    if (names.has(word))
      throw new Invalid([{ path, rule: "taken", message: "There are two reasons of this name. Change one of them." }]);
    names.add(word);
  }
}
