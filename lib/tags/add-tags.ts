import { tags } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";

/** Adds words to the location's list of tags. Those it has already, in whatever case, stay as they are. */
export async function addTags(transaction: Transaction, context: Context, words: string[]): Promise<void> {
  if (words.length === 0) return;
  const rows = words.map((name) => ({ locationId: context.location.id, id: newId(), name }));
  await transaction.insert(tags).values(rows).onConflictDoNothing();
}
