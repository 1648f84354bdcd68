import { operation } from "@/lib/dialects/highlevel/operation";
import {
  opportunitySearchOf,
  printOpportunities,
  SearchOpportunitiesAnswer,
  SearchOpportunitiesQuery,
} from "@/lib/dialects/highlevel/opportunity-search";
import {
  bodySearchOf,
  FoundOpportunitiesAnswer,
  printFoundOpportunities,
  SearchOpportunitiesBody,
} from "@/lib/dialects/highlevel/opportunity-search-body";
import { searchOpportunities } from "@/lib/leads/search-opportunities";

export const GET = operation("opportunities-search-opportunity", {
  query: SearchOpportunitiesQuery,
  answer: SearchOpportunitiesAnswer,
  input: ({ query }) => opportunitySearchOf(query),
  run: searchOpportunities,
  print: printOpportunities,
});

export const POST = operation("opportunities-search-opportunities-advanced", {
  body: SearchOpportunitiesBody,
  answer: FoundOpportunitiesAnswer,
  input: ({ body }) => bodySearchOf(body),
  run: searchOpportunities,
  print: printFoundOpportunities,
});
