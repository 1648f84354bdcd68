import { endpoint } from "@/lib/dialects/native/dialect";
import { PipelineAnswer, PipelineBody, PipelineParameters } from "@/lib/dialects/native/pipelines";
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
