import { and, asc, eq, sql } from "drizzle-orm";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Invalid, NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { findStage } from "./internal/resolve";
import { placeInEvent } from "./internal/stage-columns";
import { eventOf } from "./internal/write-many";

export type DeleteStage = {
  stageId: string;
  /** Where its leads go, those in the bin with them. */
  targetId: string;
};

/**
 * Deletes a stage and puts its leads into another one, in the order they had. How long leads were in
 * it is forgotten with it. Answers how many leads went, without those in the bin.
 * @throws NotFound; Invalid at `target` for the stage itself or one that is not there.
 */
export function deleteStage(context: Context, { stageId, targetId }: DeleteStage): Promise<{ moved: number }> {
  const { location, now } = context;
  return change(context, async (transaction, inside) => {
    const [stage, target] = [
      await findStage(transaction, inside, { id: stageId }),
      await findStage(transaction, inside, { id: targetId }),
    ];
    if (!stage) throw new NotFound("stage");
    if (!target || targetId === stageId)
      throw Invalid.field("target", "unknown", "Choose another stage for the leads of this one.");
    const leads = await lockLeads(transaction, inside, stageId);
    const mine = and(eq(opportunities.locationId, location.id), eq(opportunities.stageId, stageId));
    await transaction
      .update(opportunities)
      .set({
        stageId: target.id,
        pipelineId: target.pipelineId,
        stageChangedAt: now,
        version: sql`${opportunities.version} + 1`,
        updatedAt: now,
      })
      .where(mine);
    await transaction.delete(stages).where(and(eq(stages.locationId, location.id), eq(stages.id, stageId)));
    const living = leads.filter(({ deletedAt }) => deletedAt === null);
    const moves = living.map((lead): NewEvent =>
      eventOf(lead, {
        type: "lead.stage_changed",
        before: placeInEvent(stage, lead),
        after: placeInEvent(target, { position: lead.position, stageChangedAt: now }),
      }),
    );
    const { id, key, name } = stage;
    const gone: NewEvent = {
      type: "settings.changed",
      subject: { type: "pipeline", id: stage.pipelineId },
      before: { stage: { id, key, name } },
      after: { stage: null, leadsIn: { id: target.id, key: target.key, name: target.name } },
    };
    return { result: { moved: living.length }, events: [gone, ...moves] };
  });
}

/** Every lead of a stage, held until the transaction ends, in one order. */
const lockLeads = (transaction: Transaction, { location }: Context, stageId: string) =>
  transaction
    .select({
      id: opportunities.id,
      contactId: opportunities.contactId,
      position: opportunities.position,
      stageChangedAt: opportunities.stageChangedAt,
      deletedAt: opportunities.deletedAt,
    })
    .from(opportunities)
    .where(and(eq(opportunities.locationId, location.id), eq(opportunities.stageId, stageId)))
    .orderBy(asc(opportunities.id))
    .for("update");
