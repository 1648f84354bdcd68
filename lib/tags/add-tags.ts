import { sql } from "drizzle-orm";
import { tags } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { prepared } from "@/lib/data/prepared";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";

/** Adds words to the location's list of tags. Those it has already, in whatever case, stay as they are. */
export async function addTags(transaction: Transaction, context: Context, words: string[]): Promise<void> {
  if (words.length === 0) return;
  // One shape for each number of words, whose ids and names are `id0`, `name0` and so on.
  const query = prepared(transaction, `add ${words.length} tags`, () =>
    transaction
      .insert(tags)
      .values(
        words.map((_, place) => ({
          locationId: sql.placeholder("locationId"),
          id: sql.placeholder(`id${place}`),
          name: sql.placeholder(`name${place}`),
        })),
      )
      .onConflictDoNothing(),
  );
  const given: Record<string, string> = { locationId: context.location.id };
  for (const [place, name] of words.entries())
    Object.assign(given, { [`id${place}`]: newId(), [`name${place}`]: name });
  await query.execute(given);
}
