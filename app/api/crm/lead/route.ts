import { endpoint } from "@/lib/dialects/crm-lead/dialect";
import { changesOf, CrmLead, LeadBody, LeadList, LeadQuery, printLead, printList } from "@/lib/dialects/crm-lead/lead";
import { createLead } from "@/lib/leads/create-lead";
import { listLeads } from "@/lib/leads/list-leads";

export const GET = endpoint({
  operation: "crm-lead-list",
  summary: "List all leads, the newest first",
  permission: "leads.read",
  query: LeadQuery,
  answer: LeadList,
  input: ({ query }) => query,
  run: (context, page) => listLeads(context, { page }).then((found) => ({ ...found, page })),
  print: printList,
});

export const POST = endpoint({
  operation: "crm-lead-create",
  summary: "Create a lead",
  permission: "leads.write",
  body: LeadBody,
  answer: CrmLead,
  status: 201,
  input: ({ body }) => changesOf(body),
  run: createLead,
  print: printLead,
});
