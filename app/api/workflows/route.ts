import { listWorkflows } from "@/lib/automations/list-workflows";
import { LocationQuery, printWorkflows, WorkflowsAnswer } from "@/lib/dialects/highlevel/lists";
import { operation } from "@/lib/dialects/highlevel/operation";

export const GET = operation("workflows-get-workflow", {
  query: LocationQuery,
  answer: WorkflowsAnswer,
  input: () => undefined,
  run: listWorkflows,
  print: printWorkflows,
});
