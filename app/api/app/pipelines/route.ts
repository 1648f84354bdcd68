import { endpoint } from "@/lib/dialects/native/dialect";
import {
  ArrangementBody,
  CreatePipelineBody,
  PipelineAnswer,
  PipelinesAnswer,
  printPipelines,
} from "@/lib/dialects/native/pipelines";
import { arrangePipelines } from "@/lib/pipelines/arrange-pipelines";
import { createPipeline } from "@/lib/pipelines/create-pipeline";
import { readPipelines } from "@/lib/pipelines/read-pipelines";

export const GET = endpoint({
  operation: "app-list-pipelines",
  summary: "The pipelines with all that is chosen about their stages, in their order",
  permission: "leads.read",
  answer: PipelinesAnswer,
  input: () => undefined,
  run: readPipelines,
  print: printPipelines,
});

export const POST = endpoint({
  operation: "app-create-pipeline",
  summary: "Add a pipeline with its stages, behind the others",
  permission: "settings.write",
  body: CreatePipelineBody,
  answer: PipelineAnswer,
  status: 201,
  failures: [409],
  input: ({ body }) => body,
  run: createPipeline,
  print: (pipeline) => pipeline,
});

export const PUT = endpoint({
  operation: "app-arrange-pipelines",
  summary: "Put the pipelines in another order, or say which one new leads start in; what is left out stays",
  permission: "settings.write",
  body: ArrangementBody,
  answer: PipelinesAnswer,
  input: ({ body }) => body,
  run: arrangePipelines,
  print: printPipelines,
});
