import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import type { OpportunityPage, OpportunitySearch } from "@/lib/leads/search-opportunities";
import { count, known, milliseconds, short } from "./fields";
import { OpportunityAnswer, printOpportunity } from "./opportunity";
import { opportunityTotal, pageOf } from "./opportunity-search";

// The documents say numbers, their clients send flags.
const detail = z.union([z.boolean(), z.number()], "must be a boolean value").transform(Boolean).optional();

/** Where a page begins: behind the opportunity that printed it; at the start where it is empty. */
const searchAfter = z.preprocess(
  (value) => (Array.isArray(value) ? value.map(String) : value),
  z.union([z.tuple([]), z.tuple([milliseconds, short])], "must be the searchAfter of an opportunity"),
);

export const SearchOpportunitiesBody = known({
  locationId: short,
  query: short.optional(),
  limit: count(1, 500).default(20),
  page: count(0, 10_000).optional(),
  searchAfter: searchAfter.optional(),
  additionalDetails: known({
    notes: detail,
    tasks: detail,
    calendarEvents: detail,
    unReadConversations: detail.describe("Nothing tells of any."),
  }).optional(),
});

/** What a body asks for, the newest first. @throws Invalid for a page and a cursor at once, and for a page too far down. */
export function bodySearchOf(body: z.infer<typeof SearchOpportunitiesBody>): OpportunitySearch {
  const { query, limit, page = 1, searchAfter: [moment, id] = [], additionalDetails = {} } = body;
  if (id !== undefined && page > 1) throw Invalid.field("page", "query", "should not exist when searchAfter is sent");
  const { notes, tasks, calendarEvents: appointments } = additionalDetails;
  return {
    search: query || undefined,
    direction: "desc",
    ...pageOf(page, limit, "searchAfter"),
    ...(id !== undefined && { after: { id, ...(moment && { createdAt: new Date(Number(moment)) }) } }),
    details: { notes, tasks, appointments },
  };
}

const FoundOpportunity = OpportunityAnswer.shape.opportunity
  .extend({ searchAfter: z.array(z.string()) })
  .meta({ id: "HighLevelFoundOpportunity" });

export const FoundOpportunitiesAnswer = z.object({
  opportunities: z.array(FoundOpportunity),
  total: opportunityTotal,
  aggregations: z.object({}),
});

/** A page of a search, with where the one behind each opportunity begins. */
export const printFoundOpportunities = (
  { opportunities, total }: OpportunityPage,
  context: Context,
): z.infer<typeof FoundOpportunitiesAnswer> => ({
  opportunities: opportunities.map((found) => ({
    ...printOpportunity(found, context),
    searchAfter: [String(found.lead.createdAt.getTime()), found.lead.id],
  })),
  total,
  aggregations: {},
});
