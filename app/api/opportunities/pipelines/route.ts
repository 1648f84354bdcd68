import { operation } from "@/lib/dialects/highlevel/operation";
import { PipelinesAnswer, PipelinesQuery, printPipelines } from "@/lib/dialects/highlevel/opportunity-search";
import { listPipelines } from "@/lib/pipelines/list-pipelines";

export const GET = operation("opportunities-get-pipelines", {
  query: PipelinesQuery,
  answer: PipelinesAnswer,
  input: () => undefined,
  run: listPipelines,
  print: printPipelines,
});
