import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { countMatching, sumMatching } from "./internal/count-matching";
import { type Cursor, readCursor, writeCursor } from "./internal/cursor";
import { findPage, type FoundPage } from "./internal/find-page";
import { readLines } from "./internal/read-lines";
import { understand, type Understood } from "./internal/understand";
import type { LeadTotal, ListedLead, MoneySum, SentQuery } from "./model";

export type QueryLeads = {
  query: SentQuery;
  /** Where the page begins, as an answer gave it; `end` for the last page, the start of the list without one. */
  cursor?: string;
  limit: number;
  /** Fields to tell of each lead, besides those that every list shows. */
  columns?: readonly string[];
  /** Whether to say how many there are: exactly at any cost, or estimated where they are many. Without: on the first page. */
  total?: "none" | "estimate" | "exact";
  /** Whether to add up what they are worth, where they are counted exactly. */
  sums?: boolean;
};

export type LeadsPage = {
  leads: ListedLead[];
  nextCursor: string | null;
  previousCursor: string | null;
  /** Null when it was not asked for. */
  total: LeadTotal | null;
  /** Null when they were not asked for, or are too many to be added up. */
  sums: MoneySum[] | null;
};

/**
 * A page of the leads that the caller may read and `query` asks for, by key: the pages are as quick
 * far down as they are at the top, and what is added meanwhile neither repeats a lead nor skips one.
 * @throws Invalid for a filter, sort, column or cursor that does not fit.
 */
export function queryLeads(
  context: Context,
  { query, cursor: sent, limit, columns = [], total, sums = false }: QueryLeads,
): Promise<LeadsPage> {
  return read(context, async (transaction) => {
    const understood = await understand(transaction, context, query, columns);
    const cursor = sent === undefined ? null : readCursor(sent, understood.sorts, understood.keys);
    const page = await findPage(transaction, context, understood, { cursor, limit });
    const ids = page.places.map(({ id }) => id);
    const counts = total === undefined ? cursor === null : total !== "none";
    // What was found out on the way holds for the start of the list only.
    const known = cursor === null ? page : { sample: null, matched: null };
    const [leads, count] = await Promise.all([
      readLines(transaction, context, { ids, columns, understood }),
      counts ? countMatching(transaction, context, understood, known, total === "exact") : null,
    ]);
    // Leads that are too many to be counted are too many to be added up.
    const money = sums && count?.exact ? await sumMatching(transaction, context, understood) : null;
    return { leads, ...cursorsOf(page, cursor, understood), total: count, sums: money };
  });
}

function cursorsOf({ places, hasMore }: FoundPage, cursor: Cursor | null, { sorts }: Understood) {
  const [first, last] = [places.at(0), places.at(-1)];
  const backwards = cursor?.backwards ?? false;
  const isAfter = cursor !== null && !backwards;
  return {
    nextCursor:
      last && (backwards ? cursor?.place !== null : hasMore)
        ? writeCursor({ place: last, backwards: false }, sorts)
        : null,
    previousCursor:
      first && (isAfter || (backwards && hasMore)) ? writeCursor({ place: first, backwards: true }, sorts) : null,
  };
}
