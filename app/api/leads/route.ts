import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { alsoWrongBy, fields, LeadBody, leadFrom } from "@/lib/dialects/leads-rest/lead";
import { LeadAnswer, printLeadWith } from "@/lib/dialects/leads-rest/lead-object";
import { LeadList, LeadQuery, listFrom, printList } from "@/lib/dialects/leads-rest/list";
import { checkLead } from "@/lib/leads/check-lead";
import { createLead } from "@/lib/leads/create-lead";
import { listLeads } from "@/lib/leads/list-leads";

export const GET = endpoint({
  operation: "leads-rest-list",
  summary: "List and search leads, the newest first",
  permission: "leads.read",
  query: LeadQuery,
  answer: LeadList,
  input: ({ query }) => listFrom(query),
  run: (context, asked) => listLeads(context, asked).then((found) => ({ ...found, page: asked.page })),
  print: printList,
});

export const POST = endpoint({
  operation: "leads-rest-create",
  summary: "Create a lead",
  description:
    "Required custom fields of leads are sent under their field keys. Nobody is assigned: that is an action of its own.",
  permission: "leads.write",
  body: LeadBody,
  answer: LeadAnswer,
  status: 201,
  fields,
  alsoWrong: alsoWrongBy(checkLead),
  input: ({ body }, context) => leadFrom(body, context),
  run: createLead,
  print: printLeadWith("Lead created successfully."),
});
