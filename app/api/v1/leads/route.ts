import { endpoint } from "@/lib/dialects/leads-simple/dialect";
import { changesOf, LeadAdded, LeadBody, printAdded } from "@/lib/dialects/leads-simple/lead";
import { createLeadWithNote } from "@/lib/leads/lead-with-note";

export const POST = endpoint({
  operation: "leads-simple-add",
  summary: "Add a lead",
  permission: "leads.write",
  body: LeadBody,
  answer: LeadAdded,
  input: ({ body }) => changesOf(body),
  run: createLeadWithNote,
  print: printAdded,
});
