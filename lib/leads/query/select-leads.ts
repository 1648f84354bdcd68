import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { countAmong, countMatching } from "./internal/count-matching";
import { readCursor, writeCursor } from "./internal/cursor";
import { findPage } from "./internal/find-page";
import { understand } from "./internal/understand";
import type { LeadTotal, SentQuery } from "./model";

/** The order in which selected leads are gone through: no change of a lead moves it in there. */
const unmoved = [{ field: "createdAt", direction: "desc" as const }];

/**
 * The ids of the leads that match, a page of them from a cursor on, whatever order the query asks for.
 * @throws Invalid for a query that does not fit.
 */
export async function selectLeadIds(
  transaction: ReadTransaction,
  context: Context,
  { query, cursor, limit }: { query: SentQuery; cursor: string | null; limit: number },
): Promise<{ ids: string[]; next: string | null }> {
  const understood = await understand(transaction, context, { ...query, sorts: unmoved });
  const from = cursor === null ? null : readCursor(cursor, understood.sorts, understood.keys);
  const { places, hasMore } = await findPage(transaction, context, understood, { cursor: from, limit });
  const last = places.at(-1);
  const next = last && hasMore ? writeCursor({ place: last, backwards: false }, understood.sorts) : null;
  return { ids: places.map(({ id }) => id), next };
}

/** How many leads match, but for those of `except`. @throws Invalid for a query that does not fit. */
export async function countSelected(
  transaction: ReadTransaction,
  context: Context,
  { query, except = [] }: { query: SentQuery; except?: readonly string[] },
): Promise<LeadTotal> {
  const understood = await understand(transaction, context, { ...query, sorts: [] });
  const unknown = { sample: null, matched: null };
  const { count, exact } = await countMatching(transaction, context, understood, unknown, true);
  const left = except.length > 0 ? await countAmong(transaction, context, understood, except) : 0;
  return { count: count - left, exact };
}
