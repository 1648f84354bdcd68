import { operation } from "@/lib/dialects/highlevel/operation";
import {
  opportunitySearchOf,
  printOpportunities,
  SearchOpportunitiesAnswer,
  SearchOpportunitiesQuery,
} from "@/lib/dialects/highlevel/opportunity-search";
import { searchOpportunities } from "@/lib/leads/search-opportunities";

export const GET = operation("opportunities-search-opportunity", {
  query: SearchOpportunitiesQuery,
  answer: SearchOpportunitiesAnswer,
  input: ({ query }) => opportunitySearchOf(query),
  run: searchOpportunities,
  print: printOpportunities,
});
