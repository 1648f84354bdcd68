import { and, asc, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { contacts, tags } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { CountedTag, Tag } from "./model";

export type ListCountedTags = {
  /** A part of their names, in whatever case. */
  search: string;
  limit: number;
  /** The name behind which the page begins. */
  after?: string;
};

/** Tags by name, and where the next page begins; null when there is none. */
export type TagPage = { tags: CountedTag[]; next: string | null };

/** So many contacts are looked at, the newest: no index knows who has a tag. */
const countedContacts = 50_000;

/**
 * The location's tags by name, a page of them, with how many contacts have each. Where there are more contacts
 * than are looked at, that many at least.
 */
export function listCountedTags(context: Context, { search, limit, after }: ListCountedTags): Promise<TagPage> {
  return read(context, async (transaction) => {
    const name = sql`lower(${tags.name})`;
    const rows = await transaction
      .select({ id: tags.id, name: tags.name })
      .from(tags)
      .where(
        and(
          eq(tags.locationId, context.location.id),
          search === "" ? undefined : sql`strpos(${name}, ${search.toLowerCase()}) > 0`,
          after === undefined ? undefined : gt(name, after.toLowerCase()),
        ),
      )
      .orderBy(asc(name))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const { counts, exact } = await countOf(transaction, context, page);
    return {
      tags: page.map((tag) => ({ ...tag, contacts: counts.get(tag.name.toLowerCase()) ?? 0, exact })),
      next: rows.length > limit ? (page.at(-1)?.name ?? null) : null,
    };
  });
}

async function countOf(transaction: ReadTransaction, { location }: Context, page: readonly Tag[]) {
  const newest = transaction
    .select({ tags: contacts.tags })
    .from(contacts)
    .where(and(eq(contacts.locationId, location.id), isNull(contacts.deletedAt)))
    .orderBy(desc(contacts.createdAt), desc(contacts.id))
    .limit(countedContacts)
    .as("newest");
  const words = JSON.stringify(page.map(({ name }) => name.toLowerCase()));
  const [looked, rows] = await Promise.all([
    transaction.select({ count: sql<number>`count(*)::int` }).from(newest),
    transaction
      .select({ word: sql<string>`lower(word)`, count: sql<number>`count(*)::int` })
      .from(newest)
      .innerJoin(
        sql`unnest(${newest.tags}) as word`,
        sql`lower(word) in (select jsonb_array_elements_text(${words}::jsonb))`,
      )
      .groupBy(sql`lower(word)`),
  ]);
  return {
    counts: new Map(rows.map(({ word, count }) => [word, count])),
    exact: (looked[0]?.count ?? 0) < countedContacts,
  };
}
