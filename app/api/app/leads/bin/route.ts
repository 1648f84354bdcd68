import { endpoint } from "@/lib/dialects/native/dialect";
import { BinAnswer, BinQuery, printBin } from "@/lib/dialects/native/lead-actions";
import { listDeletedLeads } from "@/lib/leads/list-deleted-leads";

export const GET = endpoint({
  operation: "app-list-deleted-leads",
  summary: "Leads that were deleted in the last 30 days, the last first",
  permission: "leads.read",
  query: BinQuery,
  answer: BinAnswer,
  input: ({ query }) => query,
  run: listDeletedLeads,
  print: printBin,
});
