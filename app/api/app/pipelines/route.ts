import { endpoint } from "@/lib/dialects/native/dialect";
import { PipelinesAnswer, printPipelines } from "@/lib/dialects/native/pipelines";
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
