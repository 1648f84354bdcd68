import { sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";

/** Gives many contacts, which are held, the tags that are named by their ids: all that they have from then on. */
export async function writeTags(
  transaction: Transaction,
  { location, now }: Context,
  tags: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  if (tags.size === 0) return;
  const rows = JSON.stringify([...tags].map(([id, words]) => ({ id, tags: words })));
  await transaction.execute(sql`update ${contacts} set tags = t.tags, version = version + 1, updated_at = ${now.toISOString()}
    from jsonb_to_recordset(${rows}::jsonb) as t(id text, tags text[])
    where ${contacts.locationId} = ${location.id} and ${contacts.id} = t.id`);
}
