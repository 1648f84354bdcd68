import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { understand } from "./internal/understand";
import type { LeadQuery, SentQuery } from "./model";

/** A query, and fields to show, that fit the location as it is now. @throws Invalid at what does not. */
export async function checkQuery(
  transaction: ReadTransaction,
  context: Context,
  query: SentQuery,
  fields: readonly string[] = [],
): Promise<LeadQuery> {
  const { group } = await understand(transaction, context, query, fields);
  const { sorts = [], search, deleted } = query;
  return { filter: group, sorts, ...(search && { search }), ...(deleted && { deleted }) };
}
