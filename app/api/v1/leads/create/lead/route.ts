import { Done, printDone } from "@/lib/dialects/leads-v1/answers";
import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { changesFrom, LeadBody, referenceRefusals, wrongReferences } from "@/lib/dialects/leads-v1/lead";
import { checkLead } from "@/lib/leads/check-lead";
import { createLead } from "@/lib/leads/create-lead";

export const POST = endpoint({
  operation: "leads-v1-create-lead",
  summary: "Create a lead",
  permission: "leads.write",
  body: LeadBody,
  answer: Done,
  alsoWrong: wrongReferences(checkLead),
  input: ({ body }) => changesFrom(body),
  run: createLead,
  refusals: referenceRefusals,
  print: printDone,
});
