import { pipelines } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { ChangedSince, Conflict } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import type { Emptied } from "@/lib/leads/empty-stages";
import { removePipeline, removeStage } from "@/lib/leads/remove-stages";
import { putBinned, returnBinned, returnLeads } from "@/lib/leads/return-leads";
import { type Arrangement, lockArrangement, writeArrangement } from "@/lib/pipelines/arrange-pipelines";
import { findStages } from "@/lib/pipelines/list-stages";
import { isOfStages, stageIdOf, writeStages } from "@/lib/pipelines/pipeline-state";
import type { Happened } from "./happenings";
import { type Inverse, putBack } from "./inverse";
import type { State } from "./parts";

/** Brings a stage back, and its leads into it that are still where they were put. */
export const bringStageBack: Inverse = async (transaction, context, happened) => {
  const { event } = await putBack("stage.restored")(transaction, context, happened);
  const { moves, remark } = await bringLeadsBack(transaction, context, happened);
  return { event: event && { ...event, after: { ...event.after, moves } }, remark };
};

/** Takes a stage away that was brought back; its leads go where they were before. */
export const takeStageAway: Inverse = async (transaction, context, happened) => {
  const [stageId] = Object.keys(happened.after).flatMap((field) => stageIdOf(field) ?? []);
  const went = await sendLeadsAway(transaction, context, happened);
  if (stageId === undefined || !went) throw new Conflict("not_undoable", "This can not be undone.");
  const { event } = await removeStage(transaction, context, { stageId, ...went });
  return { event: event ?? undefined };
};

/** Brings a pipeline back with its stages, to its place among the others, and its leads into it. */
export const bringPipelineBack: Inverse = async (transaction, context, happened) => {
  const { subject, before, after } = happened;
  const { order, defaultId } = await lockArrangement(transaction, context);
  if (order.includes(subject.id)) throw new Conflict("restored_since", "This was restored already.");
  const { number, name, position, isDefault } = before;
  await transaction.insert(pipelines).values({
    locationId: context.location.id,
    id: subject.id,
    number: Number(number),
    name: String(name),
    position: Number(position),
  });
  await writeArrangement(transaction, context, {
    order: order.toSpliced(Number(position), 0, subject.id),
    // New leads start in it again, unless somebody chose since where they do.
    defaultId: isDefault === true && defaultId === after.defaultId ? subject.id : defaultId,
  });
  await writeStages(
    transaction,
    context,
    subject.id,
    Object.fromEntries(Object.entries(before).filter(([field]) => isOfStages(field))),
  );
  const { moves, remark } = await bringLeadsBack(transaction, context, happened);
  const { type, id } = subject;
  const event = {
    type: "pipeline.restored",
    subject: { type, id },
    before: after,
    after: { ...before, moves },
  } as const;
  return { event, remark };
};

/** Takes a pipeline away that was made or brought back; its leads go where they were before, or have to be gone. */
export const takePipelineAway: Inverse = async (transaction, context, happened) => {
  const went = await sendLeadsAway(transaction, context, happened);
  const { event } = await removePipeline(transaction, context, { pipelineId: happened.subject.id, ...went });
  return { event: event ?? undefined };
};

/** Puts leads of the bin back where they were before their stage was deleted, or brought back. */
export const putBinnedBack: Inverse = async (transaction, context, { subject: { type, id }, before, after }) => {
  await putBinned(transaction, context, { before, after });
  return { event: { type: "leads.moved_in_bin", subject: { type, id }, before: after, after: before } };
};

/** Puts the pipelines back into the order they had, and lets new leads start where they did. */
export const arrangeBack: Inverse = async (transaction, context, { subject, before, after }) => {
  const present = await lockArrangement(transaction, context);
  // As `arrangePipelines` wrote them into the event.
  const [wanted, known] = [before as Arrangement, after as Arrangement];
  const isSame = present.defaultId === known.defaultId && present.order.join() === known.order.join();
  if (!isSame)
    throw new ChangedSince("This can not be undone: somebody arranged the pipelines since.", [
      { field: "order", wanted: wanted.order, present: present.order },
    ]);
  await writeArrangement(transaction, context, wanted);
  const { type, id } = subject;
  return { event: { type: "pipeline.arranged", subject: { type, id }, before: after, after: before } };
};

/** Where leads went, as the event of what was taken away says it; null for what was empty. */
const wentOf = (state: State): Emptied | null =>
  // As `emptyStages` answered it.
  typeof state.moves === "string" && state.leadsIn ? (state as Emptied) : null;

/**
 * Answers the larger change that the leads' way back is a part of, and what to know of those that did not
 * come. Where a larger change is taken back that it is a part of like them, they come by their own events.
 */
async function bringLeadsBack(
  transaction: Transaction,
  context: Context,
  { after, partOfId: larger }: Happened,
): Promise<{ moves: string; remark?: string }> {
  const partOfId = newId();
  const went = wentOf(after);
  if (!went) return { moves: partOfId };
  if (context.partOfId && went.moves === larger) return { moves: context.partOfId };
  await returnBinned(transaction, context, went.moves);
  const { stayed } = await returnLeads(transaction, context, { moves: went.moves, partOfId });
  return { moves: partOfId, remark: remarkOn(stayed) };
}

const remarkOn = (stayed: number): string | undefined =>
  stayed === 0
    ? undefined
    : stayed === 1
      ? "One lead was moved since, and stays where it is."
      : `${stayed} leads were moved since, and stay where they are.`;

/**
 * Takes the leads of what was brought back to where they had been put, and answers where the others go.
 * @throws Conflict (rule `stage_gone`) when that stage is not there any more.
 */
async function sendLeadsAway(
  transaction: Transaction,
  context: Context,
  { before, after }: Happened,
): Promise<{ targetId: string; moves: string } | null> {
  const went = wentOf(before);
  if (!went) return null;
  const targetId = went.leadsIn.id;
  if (!(await findStages(transaction, context)).some(({ id }) => id === targetId))
    throw new Conflict("stage_gone", "This can not be undone: the stage for its leads is not there any more.");
  const moves = newId();
  await returnLeads(transaction, context, { moves: String(after.moves), partOfId: moves });
  return { targetId, moves };
}
