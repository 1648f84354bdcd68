import { deletePipeline } from "@/lib/bulk/delete-pipeline";
import { endpoint } from "@/lib/dialects/native/dialect";
import {
  DeletedIntoAnswer,
  DeleteIntoQuery,
  PipelineAnswer,
  PipelineBody,
  PipelineParameters,
  printDeletedInto,
} from "@/lib/dialects/native/pipelines";
import { savePipeline } from "@/lib/pipelines/save-pipeline";

export const PUT = endpoint({
  operation: "app-save-pipeline",
  summary: "Name a pipeline; change, add and order its stages",
  permission: "settings.write",
  path: PipelineParameters,
  body: PipelineBody,
  answer: PipelineAnswer,
  input: ({ path, body }) => ({ ...path, ...body }),
  run: savePipeline,
  print: (pipeline) => pipeline,
});

export const DELETE = endpoint({
  operation: "app-delete-pipeline",
  summary: "Delete a pipeline; its leads go to a stage of another one",
  permission: "settings.write",
  path: PipelineParameters,
  query: DeleteIntoQuery,
  answer: DeletedIntoAnswer,
  failures: [409],
  input: ({ path: { pipelineId }, query: { target } }) => ({ pipelineId, targetId: target }),
  run: deletePipeline,
  print: printDeletedInto,
});
