import { endpoint } from "@/lib/dialects/native/dialect";
import { ActivityAnswer, printActivity } from "@/lib/dialects/native/overview";
import { listActivity } from "@/lib/reports/list-activity";

export const GET = endpoint({
  operation: "app-overview-activity",
  summary: "What happened last",
  permission: "leads.read",
  answer: ActivityAnswer,
  input: () => undefined,
  run: listActivity,
  print: printActivity,
});
