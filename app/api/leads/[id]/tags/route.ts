import { TagsBody } from "@/lib/dialects/leads-rest/actions";
import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { leadOf, LeadPath } from "@/lib/dialects/leads-rest/lead";
import { LeadAnswer, printLeadWith } from "@/lib/dialects/leads-rest/lead-object";
import { setLeadTags } from "@/lib/leads/set-lead-tags";

export const PUT = endpoint({
  operation: "leads-rest-tags",
  summary: "Set the tags of a lead, in place of those it has",
  permission: "leads.write",
  path: LeadPath,
  body: TagsBody,
  answer: LeadAnswer,
  input: ({ path, body }) => ({ lead: leadOf(path), tags: body.tags }),
  run: setLeadTags,
  print: printLeadWith("Lead tags updated successfully."),
});
