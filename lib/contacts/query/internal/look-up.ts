import { type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { Candidates } from "./conditions";
import type { ListPart } from "./order";

/** Sets of up to so many ids are looked up at once; a page of larger ones is found sooner in the list's order. */
export const narrow = 1000;

/** A page of those of which `asked` is true: so many in the order of the list, behind `offset` of them. */
export type WantedPage = { asked: SQL | undefined; list: ListPart; offset: number; needed: number };

/** How many ids a set has, of how many of them what is asked is true, and those of the page; none of a set that is not narrow. */
export type Looked = { seen: number; matched: number; ids: string[] };

/** Looks a page up in a set of at most `narrow` ids, and one more, by one statement. */
export async function lookUp(
  transaction: ReadTransaction,
  { location }: Context,
  { asked, list, offset, needed }: WantedPage,
  set: SQL,
): Promise<Looked> {
  const ids = sql`array_agg(${contacts.id} order by ${sql.join(list.by, sql`, `)}) filter (where ${list.where ?? sql`true`})`;
  const { rows } = await transaction.execute<Looked>(sql`
    with found (id) as materialized (${set})
    select (select count(*)::int from found) as seen, count(*)::int as matched,
      coalesce((${ids})[${offset}::int + 1 : ${offset}::int + ${needed}::int], '{}') as ids
    from found join ${contacts} on ${contacts.locationId} = ${location.id} and ${contacts.id} = found.id
    where (select count(*) from found) <= ${sql.raw(String(narrow))} and ${asked}`);
  return rows[0] ?? { seen: 0, matched: 0, ids: [] };
}

/** Looks a page up among rows that come with the step which found them, and tells the last step. */
export async function lookUpAlong(
  transaction: ReadTransaction,
  { asked, list, offset, needed }: WantedPage,
  found: SQL,
): Promise<Looked & { step: number | null }> {
  const matching = sql`array_agg(${contacts.id} order by ${sql.join(list.by, sql`, `)}) filter (where ${asked})`;
  const { rows } = await transaction.execute<Looked & { step: number | null }>(sql`
    select seen, step, coalesce(cardinality(matching), 0) as matched,
      coalesce(matching[${offset}::int + 1 : ${offset}::int + ${needed}::int], '{}') as ids
    from (select count(*)::int as seen, max(step) as step, ${matching} as matching from (${found}) as contacts) as looked`);
  return rows[0] ?? { seen: 0, step: null, matched: 0, ids: [] };
}

/** Looks a page up in the first of these sets that is narrow; null when none is. */
export async function lookUpNarrow(
  transaction: ReadTransaction,
  context: Context,
  wanted: WantedPage,
  sets: Candidates[],
  isMost: boolean,
): Promise<Looked | null> {
  for (const { some } of sets) {
    const looked = await lookUp(transaction, context, wanted, some(narrow + 1, isMost));
    if (looked.seen <= narrow) return looked;
  }
  return null;
}
