import { Done, printDone } from "@/lib/dialects/leads-v1/answers";
import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { LeadReferenceBody } from "@/lib/dialects/leads-v1/lead";
import { missingLeadRefusals, requestFailed } from "@/lib/dialects/leads-v1/refusals";
import { deleteLead } from "@/lib/leads/delete-lead";

export const POST = endpoint({
  operation: "leads-v1-delete-lead",
  summary: "Delete a lead: for who made it, and administrators",
  permission: "leads.write",
  body: LeadReferenceBody,
  answer: Done,
  input: ({ body }) => ({ lead: body, onlyOwner: true }),
  run: deleteLead,
  refusals: () => ({ ...missingLeadRefusals, not_owner: requestFailed("You can't delete this lead.") }),
  print: printDone,
});
