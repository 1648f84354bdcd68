import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { containing, hasTrigram } from "@/lib/kit/search-words";
import type { BoardStatus } from "@/lib/leads/model";
import { conditionsIn, groupSql } from "./internal/group-sql";
import { understand } from "./internal/understand";

/** What a board asks of its leads, beside whose they are and which stage they are in; as it was sent. */
export type BoardFilter = {
  status: BoardStatus;
  /** The table's filter (lib/leads/query/model.ts). */
  filter?: unknown;
  /** Words that all have to be in the names, the company or the email address. */
  search?: string;
};

/** Which leads a board shows. */
export type OnBoard = {
  where: SQL | undefined;
  /** Whether the condition is about the contact, which then has to be joined. */
  needsContact: boolean;
  /** Whether it is all that there is of a status: the counts are then in the tallies. */
  isWhole: boolean;
};

/** The leads that a board shows. @throws Invalid at the part of the filter that is wrong. */
export async function onBoard(
  transaction: ReadTransaction,
  context: Context,
  { status, filter = { all: [] }, search = "" }: BoardFilter,
): Promise<OnBoard> {
  const { group, search: words, columns, question } = await understand(transaction, context, { filter, search });
  const where = and(
    isNull(opportunities.archivedAt),
    ofStatus(status),
    groupSql(group, columns, context),
    await amongFew(transaction, words),
    ...words.map((word) => sql`strpos(${opportunities.searchText}, ${word}) > 0`),
  );
  const { needsContact } = question;
  return { where, needsContact, isWhole: words.length === 0 && conditionsIn(group).length === 0 };
}

/** Leads that have a word are looked up first where they are at most so many; of more, some are met soon in a column. */
const fewLeads = 2500;

/** That a lead is among those that an index finds by the longest word; undefined where these are many, or no index knows it. */
async function amongFew(transaction: ReadTransaction, words: readonly string[]): Promise<SQL | undefined> {
  const [longest] = words.toSorted((one, other) => other.length - one.length);
  if (longest === undefined || !hasTrigram(longest)) return undefined;
  const found = await transaction.execute<{ ids: string[] }>(
    sql`select array(select id from find_leads(${containing(longest)}, ${fewLeads + 1}::int)) as ids`,
  );
  const ids = found.rows[0]?.ids ?? [];
  return ids.length > fewLeads ? undefined : sql`${opportunities.id} = any(${sql.param(ids)}::text[])`;
}

/** Open is written out, for the index of open deals to be taken whatever values are bound to. */
function ofStatus(status: BoardStatus): SQL | undefined {
  if (status === "all") return undefined;
  return status === "open" ? sql`${opportunities.status} = 'open'` : eq(opportunities.status, status);
}
