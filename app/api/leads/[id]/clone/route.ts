import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { alsoWrongBy, CloneBody, cloneFrom, fields, leadOf, LeadPath } from "@/lib/dialects/leads-rest/lead";
import { LeadAnswer, printLeadWith } from "@/lib/dialects/leads-rest/lead-object";
import { checkLead } from "@/lib/leads/check-lead";
import { cloneLead } from "@/lib/leads/clone-lead";

export const POST = endpoint({
  operation: "leads-rest-clone",
  summary: "Clone a lead: fields that are not sent are those of the original",
  description: "Nobody is assigned to the clone.",
  permission: "leads.write",
  path: LeadPath,
  body: CloneBody,
  answer: LeadAnswer,
  status: 201,
  fields,
  alsoWrong: alsoWrongBy((context, { stage }) => checkLead(context, { stage })),
  input: ({ path, body }, context) => ({ lead: leadOf(path), ...cloneFrom(body, context) }),
  run: cloneLead,
  print: printLeadWith("Lead cloned successfully."),
});
