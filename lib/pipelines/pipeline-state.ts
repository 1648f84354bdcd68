import { and, asc, eq, inArray } from "drizzle-orm";
import { opportunities, pipelines, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";

/**
 * A pipeline as events keep it, by field: what is its own, `stages` with the ids of its stages in their
 * order, and each stage by `stage:<id>`, null where it has no such stage.
 */
export type PipelineState = Record<string, unknown>;

/** The field of a stage in the state of its pipeline. */
export const stageField = (id: string): string => `${stagePrefix}${id}`;

/** The stage that a field of a pipeline's state is about; null for other fields. */
export const stageIdOf = (field: string): string | null =>
  field.startsWith(stagePrefix) ? field.slice(stagePrefix.length) : null;

/** Whether a field of a pipeline's state is about its stages. */
export const isOfStages = (field: string): boolean => field === "stages" || stageIdOf(field) !== null;

const stagePrefix = "stage:";

const stageColumns = {
  number: stages.number,
  key: stages.key,
  name: stages.name,
  description: stages.description,
  color: stages.color,
  probability: stages.probability,
  stalledAfterDays: stages.stalledAfterDays,
};

type StageState = Pick<typeof stages.$inferSelect, keyof typeof stageColumns>;

/** A pipeline as it is; null when it is not there. */
export async function readPipelineState(
  transaction: ReadTransaction,
  context: Context,
  pipelineId: string,
): Promise<PipelineState | null> {
  const { number, name, position, isDefault } = pipelines;
  const [pipeline] = await transaction
    .select({ number, name, position, isDefault })
    .from(pipelines)
    .where(isPipeline(context, pipelineId));
  if (!pipeline) return null;
  const parts = await transaction
    .select({ id: stages.id, stage: stageColumns })
    .from(stages)
    .where(and(eq(stages.locationId, context.location.id), eq(stages.pipelineId, pipelineId)))
    .orderBy(asc(stages.position), asc(stages.id));
  return {
    ...pipeline,
    stages: parts.map(({ id }) => id),
    ...Object.fromEntries(parts.map(({ id, stage }) => [stageField(id), stage])),
  };
}

/**
 * Makes the stages of a pipeline what a state says of them; those it does not name stay, behind the others.
 * @throws Conflict (rule `in_use`) for a stage to be taken away that leads are in.
 */
export async function writeStages(
  transaction: Transaction,
  context: Context,
  pipelineId: string,
  state: PipelineState,
): Promise<void> {
  const { id: locationId } = context.location;
  const isStage = (id: string) => and(eq(stages.locationId, locationId), eq(stages.id, id));
  for (const [field, value] of Object.entries(state)) {
    const id = stageIdOf(field);
    if (id === null) continue;
    if (value === null || value === undefined) {
      await refuseLeadsIn(transaction, context, [id]);
      await transaction.delete(stages).where(isStage(id));
      continue;
    }
    // As `readPipelineState` wrote it into the event.
    const stage = value as StageState;
    await transaction
      .insert(stages)
      .values({ locationId, id, pipelineId, position: 0, ...stage })
      .onConflictDoUpdate({ target: [stages.locationId, stages.id], set: { ...stage, updatedAt: context.now } });
  }
  if (!Array.isArray(state.stages)) return;
  const wanted = state.stages.map(String);
  const present = await transaction
    .select({ id: stages.id })
    .from(stages)
    .where(and(eq(stages.locationId, locationId), eq(stages.pipelineId, pipelineId)))
    .orderBy(asc(stages.position), asc(stages.id));
  const others = present.map(({ id }) => id).filter((id) => !wanted.includes(id));
  for (const [position, id] of [...wanted, ...others].entries())
    await transaction.update(stages).set({ position }).where(isStage(id));
}

/** @throws Conflict (rule `in_use`) when leads are in one of the stages, be it in the bin. */
export async function refuseLeadsIn(transaction: ReadTransaction, context: Context, stageIds: string[]): Promise<void> {
  const [lead] = await transaction
    .select({ id: opportunities.id })
    .from(opportunities)
    .where(and(eq(opportunities.locationId, context.location.id), inArray(opportunities.stageId, stageIds)))
    .limit(1);
  if (lead) throw new Conflict("in_use", "This can not be undone: there are leads in it by now.");
}

const isPipeline = ({ location }: Context, pipelineId: string) =>
  and(eq(pipelines.locationId, location.id), eq(pipelines.id, pipelineId));
