import type { Context } from "@/lib/access/context";
import { type BrowseLeads, browseLeads } from "@/lib/leads/browse-leads";
import { type LeadsPage, type QueryLeads, queryLeads } from "./query-leads";

/** A list in the form of before, or a query. */
export type BrowseOrQuery = { browse: BrowseLeads } | { ask: QueryLeads };

/** Answers a list in the form it was asked for: screens move from the one to the other. */
export const browseOrQuery = (
  context: Context,
  asked: BrowseOrQuery,
): Promise<LeadsPage | Awaited<ReturnType<typeof browseLeads>>> =>
  "ask" in asked ? queryLeads(context, asked.ask) : browseLeads(context, asked.browse);
