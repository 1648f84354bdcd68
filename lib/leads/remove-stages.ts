import { and, asc, eq } from "drizzle-orm";
import { pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Conflict, Invalid, NotFound } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { lockArrangement, writeArrangement } from "@/lib/pipelines/arrange-pipelines";
import { readPipelineState, refuseLeadsIn, stageField } from "@/lib/pipelines/pipeline-state";
import { emptyStages, type Moving } from "./empty-stages";
import { findStage } from "./internal/resolve";

/**
 * The event of what was taken away, which nothing else tells of, null where leads are left in it; and how
 * many leads went elsewhere.
 */
export type Removed = { event: NewEvent | null; moved: number };

type Stage = NonNullable<Awaited<ReturnType<typeof findStage>>>;

/**
 * Takes a stage away, once its leads are in the target: not yet, where `most` of them went and there are more.
 * @param moves the larger change that the moves of its leads are a part of, where they began before.
 * @throws NotFound; Invalid at `target`; Conflict (rule `last_stage`) for the only stage of its pipeline.
 */
export async function removeStage(
  transaction: Transaction,
  context: Context,
  { stageId, targetId, moves = newId(), most }: { stageId: string; targetId: string } & Partial<Moving>,
): Promise<Removed> {
  const [stage, target] = [
    await findStage(transaction, context, { id: stageId }),
    await findStage(transaction, context, { id: targetId }),
  ];
  if (!stage) throw new NotFound("stage");
  if (!target || targetId === stageId)
    throw Invalid.field("target", "unknown", "Choose another stage for the leads of this one.");
  // Two who delete the last two at once: the second sees that one is left.
  await lockArrangement(transaction, context);
  const before = await readPipelineState(transaction, context, stage.pipelineId);
  if (!Array.isArray(before?.stages)) throw new NotFound("pipeline");
  if (before.stages.length === 1)
    throw new Conflict("last_stage", "This is the only stage of its pipeline. Add another one before you delete it.");
  const { moved, emptied } = await emptyStages(transaction, context, [stage], target, { moves, most });
  if (!emptied) return { moved, event: null };
  await transaction.delete(stages).where(and(eq(stages.locationId, context.location.id), eq(stages.id, stageId)));
  const after = await readPipelineState(transaction, context, stage.pipelineId);
  const field = stageField(stageId);
  return {
    moved,
    event: {
      type: "stage.deleted",
      subject: { type: "pipeline", id: stage.pipelineId },
      before: { stages: before.stages, [field]: before[field] },
      after: { stages: after?.stages, [field]: null, ...emptied },
    },
  };
}

/**
 * Takes a pipeline away with its stages, once its leads are in the target: not yet, where `most` of them
 * went and there are more. Without a target it has to be empty. Where new leads started in it they start in
 * the target's pipeline, else in the first one.
 * @param moves the larger change that the moves of its leads are a part of, where they began before.
 * @throws NotFound; Invalid at `target`; Conflict (rules `last_pipeline`, `in_use`).
 */
export async function removePipeline(
  transaction: Transaction,
  context: Context,
  { pipelineId, targetId, moves = newId(), most }: { pipelineId: string; targetId?: string } & Partial<Moving>,
): Promise<Removed> {
  const { order, defaultId } = await lockArrangement(transaction, context);
  const before = await readPipelineState(transaction, context, pipelineId);
  if (!before) throw new NotFound("pipeline");
  const others = order.filter((id) => id !== pipelineId);
  const [first] = others;
  if (first === undefined)
    throw new Conflict("last_pipeline", "This is the only pipeline. Add another one before you delete it.");
  const target = targetId === undefined ? null : await findTarget(transaction, context, pipelineId, targetId);
  const own = await stagesOf(transaction, context, pipelineId);
  const gone = target && (await emptyStages(transaction, context, own, target, { moves, most }));
  if (gone && !gone.emptied) return { moved: gone.moved, event: null };
  const ids = own.map(({ id }) => id);
  if (!gone) await refuseLeadsIn(transaction, context, ids);
  const heir = defaultId === pipelineId ? (target?.pipelineId ?? first) : defaultId;
  await writeArrangement(transaction, context, { order: others, defaultId: heir });
  // Its stages go with it.
  await transaction
    .delete(pipelines)
    .where(and(eq(pipelines.locationId, context.location.id), eq(pipelines.id, pipelineId)));
  const subject = { type: "pipeline", id: pipelineId };
  return {
    moved: gone?.moved ?? 0,
    event: { type: "pipeline.deleted", subject, before, after: { defaultId: heir, ...gone?.emptied } },
  };
}

async function findTarget(
  transaction: Transaction,
  context: Context,
  pipelineId: string,
  targetId: string,
): Promise<Stage> {
  const target = await findStage(transaction, context, { id: targetId });
  if (!target || target.pipelineId === pipelineId)
    throw Invalid.field("target", "unknown", "Choose a stage of another pipeline for the leads of this one.");
  return target;
}

const stagesOf = (transaction: Transaction, { location }: Context, pipelineId: string): Promise<Stage[]> =>
  transaction
    .select({ id: stages.id, key: stages.key, name: stages.name, pipelineId: stages.pipelineId })
    .from(stages)
    .where(and(eq(stages.locationId, location.id), eq(stages.pipelineId, pipelineId)))
    .orderBy(asc(stages.position));
