import { isOfStages, readPipelineState, writeStages } from "@/lib/pipelines/pipeline-state";
import type { Part } from "./parts";

/** The stages of a pipeline, each a field of its own, and their order. */
export const stagesOfPipeline: Part = {
  has: isOfStages,
  read: async (transaction, context, { id }) => (await readPipelineState(transaction, context, id)) ?? {},
  write: (transaction, context, { id }, values) => writeStages(transaction, context, id, values),
  // A stage comes back and goes wherever the others stand by now.
  unminded: (from) => ("leadsIn" in from ? ["stages"] : []),
};
