import { z } from "zod";
import {
  type BulkChange,
  bulkLimits,
  type DeleteIntoCommand,
  type LeadsCommand,
  type RetagCommand,
} from "@/lib/bulk/model";
import { leadStatuses } from "@/lib/leads/model";
import type { LeadTotal } from "@/lib/leads/query/model";
import { tagLimits } from "@/lib/tags/model";
import { id, time } from "./fields";
import { LeadQueryBody } from "./views";

const ids = z.array(id).max(bulkLimits.ids);
const tags = z.array(z.string().trim().min(1).max(tagLimits.length)).min(1).max(tagLimits.perRecord);

const Selection = z.union([
  z.object({ ids: ids.min(1) }),
  z.object({
    query: LeadQueryBody,
    except: ids.optional().describe("Leads that the query finds and that are left out."),
  }),
]);

const Command = z.discriminatedUnion("type", [
  z.object({ type: z.literal("assign"), ownerId: id.nullable().describe("The new owner; null for nobody.") }),
  z.object({ type: z.literal("stage"), stageId: id }),
  z.object({
    type: z.literal("status"),
    status: z.enum(leadStatuses),
    lostReasonId: id.nullable().optional(),
  }),
  z.object({ type: z.literal("addTags"), tags }),
  z.object({ type: z.literal("removeTags"), tags }),
  z.object({ type: z.literal("archive") }),
  z.object({ type: z.literal("activate") }),
  z.object({ type: z.literal("delete") }),
  z.object({ type: z.literal("restore") }),
]) satisfies z.ZodType<LeadsCommand>;

export const BulkBody = z.object({
  selection: Selection.describe("Some leads by their ids, or all that a query finds but for exceptions."),
  command: Command,
  preview: z.boolean().default(false).describe("Only says how many leads it would be done to."),
});

export const BulkPath = z.object({ bulkId: id });

const DeleteInto = z.discriminatedUnion("type", [
  z.object({ type: z.literal("deleteStage"), stageId: z.string(), targetId: z.string() }),
  z.object({ type: z.literal("deletePipeline"), pipelineId: z.string(), targetId: z.string() }),
]) satisfies z.ZodType<DeleteIntoCommand>;

const Retag = z.object({
  type: z.literal("retag"),
  from: z.string(),
  to: z.string().nullable(),
}) satisfies z.ZodType<RetagCommand>;

const Total = z.object({ count: z.int(), exact: z.boolean() });

export const BulkChangeAnswer = z.object({
  id: z.string(),
  command: z.union([Command, DeleteInto, Retag, z.object({ type: z.literal("undo") })]),
  state: z.enum(["waiting", "running", "done", "cancelled", "failed"]),
  total: z.int().describe("Leads (or changes to undo) when it began."),
  done: z.int().describe("Of them, those that were looked at."),
  changed: z.int(),
  skipped: z
    .int()
    .describe("Those that were that way already, that the caller may not change, or that somebody changed since."),
  failure: z.string().nullable().describe("Why it stopped."),
  undoOf: z.string().nullable(),
  undoneBy: z.string().nullable(),
  startedBy: z.string(),
  createdAt: time,
  endedAt: time.nullable(),
});

export const BulkAnswer = z.object({
  preview: Total.nullable().describe("Null unless it was asked for."),
  bulk: BulkChangeAnswer.nullable().describe("Null for a preview. Small ones are done already."),
});

export const BulkListAnswer = z.object({ bulk: z.array(BulkChangeAnswer) });

export type BulkChangeAnswer = z.infer<typeof BulkChangeAnswer>;
export type BulkAnswer = z.infer<typeof BulkAnswer>;

/** A change as the wire shows it. */
export const printBulkChange = ({ createdAt, endedAt, ...bulk }: BulkChange): z.input<typeof BulkChangeAnswer> => ({
  ...bulk,
  createdAt: createdAt.toISOString(),
  endedAt: endedAt && endedAt.toISOString(),
});

/** A change that was started, or the preview of one. */
export const printBulk = (result: BulkChange | LeadTotal): z.input<typeof BulkAnswer> =>
  "id" in result ? { preview: null, bulk: printBulkChange(result) } : { preview: result, bulk: null };

export const printBulkList = (list: BulkChange[]): z.input<typeof BulkListAnswer> => ({
  bulk: list.map(printBulkChange),
});
