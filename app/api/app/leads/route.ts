import { endpoint } from "@/lib/dialects/native/dialect";
import { browseInput, BrowseLeadsAnswer, BrowseLeadsQuery, printLeadPage } from "@/lib/dialects/native/leads";
import { browseLeads } from "@/lib/leads/browse-leads";

export const GET = endpoint({
  operation: "app-browse-leads",
  summary: "Leads, newest first, page by key",
  permission: "leads.read",
  query: BrowseLeadsQuery,
  answer: BrowseLeadsAnswer,
  input: ({ query }) => browseInput(query),
  run: browseLeads,
  print: printLeadPage,
});
