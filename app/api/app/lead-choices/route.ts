import { endpoint } from "@/lib/dialects/native/dialect";
import { LeadChoicesAnswer } from "@/lib/dialects/native/lead-choices";
import { listLeadChoices } from "@/lib/leads/list-lead-choices";

export const GET = endpoint({
  operation: "app-list-lead-choices",
  summary: "What leads can be given: users, categories, tags, sources and custom fields",
  permission: "leads.read",
  answer: LeadChoicesAnswer,
  input: () => undefined,
  run: listLeadChoices,
  print: (choices) => choices,
});
