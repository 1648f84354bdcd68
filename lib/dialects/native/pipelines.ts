import { z } from "zod";
import type { DeletedInto } from "@/lib/bulk/model";
import { mostPipelines, mostStages, type Pipeline } from "@/lib/pipelines/model";
import { BulkChangeAnswer, printBulkChange } from "./bulk";
import { id } from "./fields";

/** Days without a move after which a deal has stalled. */
export const StalledDays = z.int().min(1, "Choose at least one day.").max(3650, "Choose at most 3650 days.");

const StageChoices = z.object({
  name: z.string().trim().min(1, "Name the stage.").max(80, "Name it in 80 letters or fewer."),
  color: z.string().regex(/^#[0-9a-f]{6}$/i, "Choose a colour as #rrggbb."),
  probability: z.int().min(0, "Choose 0 to 100 %.").max(100, "Choose 0 to 100 %."),
  stalledAfterDays: StalledDays.nullable().describe("Null: the location's own number."),
});

export const PipelineAnswer = z.object({
  id: z.string(),
  name: z.string(),
  isDefault: z.boolean().describe("Whether new leads start here when nothing else is said."),
  stages: z.array(
    StageChoices.extend({
      id: z.string(),
      key: z.string().describe("What programs know the stage by; it stays when the stage is renamed."),
      leads: z.int().describe("How many leads are in it, open or not."),
    }),
  ),
});
export const PipelinesAnswer = z.object({ pipelines: z.array(PipelineAnswer) });

export const PipelineParameters = z.object({ pipelineId: id });
export const StageParameters = z.object({ stageId: id });

const name = z.string().trim().min(1, "Name the pipeline.").max(80, "Name it in 80 letters or fewer.");

export const CreatePipelineBody = z.object({
  name,
  stages: z
    .array(StageChoices)
    .min(1)
    .max(mostStages, `A pipeline has ${mostStages} stages at most.`)
    .describe("In their order."),
});

export const ArrangementBody = z.object({
  order: z.array(id).max(mostPipelines).optional().describe("The ids of all pipelines, in their order."),
  defaultId: id.optional().describe("The pipeline that new leads start in when nothing else is said."),
});

export const PipelineBody = z.object({
  name: name.optional(),
  stages: z
    .array(StageChoices.extend({ id: id.optional() }))
    .min(1)
    .max(mostStages, `A pipeline has ${mostStages} stages at most.`)
    .optional()
    .describe("All of them, in their order; one without an id is new. None may be left out: delete it instead."),
});

export const DeleteIntoQuery = z.object({
  target: id.describe("The stage that its leads go to, those in the bin with them."),
});
export const DeletedIntoAnswer = z.object({
  moved: z.int().describe("How many leads went to the other stage so far."),
  bulk: BulkChangeAnswer.nullable().describe("What moves the others, and deletes it in the end. Null when it is done."),
});

export type PipelineAnswer = z.infer<typeof PipelineAnswer>;
export type PipelinesAnswer = z.infer<typeof PipelinesAnswer>;
export type PipelineBody = z.input<typeof PipelineBody>;
export type CreatePipelineBody = z.input<typeof CreatePipelineBody>;
export type ArrangementBody = z.input<typeof ArrangementBody>;
export type DeletedIntoAnswer = z.infer<typeof DeletedIntoAnswer>;

/** What was deleted, or is being. */
export const printDeletedInto = ({ moved, bulk }: DeletedInto): z.input<typeof DeletedIntoAnswer> => ({
  moved,
  bulk: bulk && printBulkChange(bulk),
});

/** Pipelines as the wire shows them. */
export const printPipelines = (pipelines: Pipeline[]): PipelinesAnswer => ({ pipelines });
