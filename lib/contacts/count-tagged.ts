import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { contacts, tags } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";

const most = 1000;

/** How many contacts have a tag of the location's list, counted up to a thousand. @throws NotFound. */
export function countContactsOfTag(
  context: Context,
  { tagId }: { tagId: string },
): Promise<{ count: number; exact: boolean }> {
  return read(context, async (transaction) => {
    const [tag] = await transaction
      .select({ name: tags.name })
      .from(tags)
      .where(and(eq(tags.locationId, context.location.id), eq(tags.id, tagId)));
    if (!tag) throw new NotFound("tag");
    const count = await countTagged(transaction, context, { name: tag.name, atMost: most + 1 });
    return { count: Math.min(count, most), exact: count <= most };
  });
}

/** How many contacts have a tag, in whatever case, counted up to `atMost` where it is said. */
export async function countTagged(
  transaction: ReadTransaction,
  context: Context,
  { name, atMost }: { name: string; atMost?: number },
): Promise<number> {
  const all = transaction
    .select({ one: sql<number>`1`.as("one") })
    .from(contacts)
    .where(hasTag(context, name))
    .$dynamic();
  const found = (atMost === undefined ? all : all.limit(atMost)).as("found");
  const [row] = await transaction.select({ count: sql<number>`count(*)::int` }).from(found);
  return row?.count ?? 0;
}

/** Whether a row is a contact of the caller's location, not deleted, that has a tag in whatever case. */
export const hasTag = ({ location }: Context, name: string): SQL | undefined =>
  and(
    eq(contacts.locationId, location.id),
    isNull(contacts.deletedAt),
    sql`lower(${contacts.tags}::text)::text[] @> array[${name.toLowerCase()}]::text[]`,
  );
