import { endpoint } from "@/lib/dialects/native/dialect";
import { AddLeadBody, PatchLeadsAnswer, PatchLeadsBody, printPatchedLeads } from "@/lib/dialects/native/lead-actions";
import { LeadsAnswer, leadsInput, LeadsQuery, printLeads } from "@/lib/dialects/native/lead-query";
import { LeadAnswer, printLead } from "@/lib/dialects/native/lead-record";
import { addLead } from "@/lib/leads/add-lead";
import { patchLeads } from "@/lib/leads/patch-leads";
import { queryLeads } from "@/lib/leads/query/query-leads";

export const GET = endpoint({
  operation: "app-query-leads",
  summary: "Leads by filter, order and search, page by key",
  permission: "leads.read",
  query: LeadsQuery,
  answer: LeadsAnswer,
  input: ({ query }) => leadsInput(query),
  run: queryLeads,
  print: printLeads,
});

export const POST = endpoint({
  operation: "app-add-lead",
  summary: "Add a lead",
  description:
    "Whoever adds it owns it. A person who is known by the same email address, else the same phone number, is its contact; without a contact it is called as the lead is.",
  permission: "leads.write",
  status: 201,
  body: AddLeadBody,
  answer: LeadAnswer,
  input: ({ body }) => body,
  run: addLead,
  print: printLead,
});

export const PATCH = endpoint({
  operation: "app-update-leads",
  summary: "Change fields of several leads, each to something of its own",
  description:
    "All of them or none. What is wrong with a lead is told with its place, from 0, as in `leads.3.stageId`. Where somebody changed one of the fields meanwhile the answer is 409, with both values in `clashes`.",
  permission: "leads.write",
  body: PatchLeadsBody,
  answer: PatchLeadsAnswer,
  failures: [409],
  input: ({ body }) => body,
  run: patchLeads,
  print: printPatchedLeads,
});
