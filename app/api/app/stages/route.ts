import { endpoint } from "@/lib/dialects/native/dialect";
import { StagesAnswer } from "@/lib/dialects/native/stages";
import { listStages } from "@/lib/pipelines/list-stages";

export const GET = endpoint({
  operation: "app-list-stages",
  summary: "The stages of all pipelines, in their order",
  permission: "leads.read",
  answer: StagesAnswer,
  input: () => undefined,
  run: listStages,
  print: (stages) => ({ stages }),
});
