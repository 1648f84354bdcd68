import { endpoint } from "@/lib/dialects/native/dialect";
import { printTimeline, TimelineAnswer, TimelineQuery } from "@/lib/dialects/native/lead-timeline";
import { LeadPath } from "@/lib/dialects/native/leads";
import { readLeadTimeline } from "@/lib/leads/read-lead-timeline";

export const GET = endpoint({
  operation: "app-read-lead-timeline",
  summary: "What happened to a lead, the last first",
  permission: "leads.read",
  path: LeadPath,
  query: TimelineQuery,
  answer: TimelineAnswer,
  input: ({ path, query }) => ({ ...path, ...query }),
  run: readLeadTimeline,
  print: printTimeline,
});
