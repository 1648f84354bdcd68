import { type Context, userIdOf } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { findWorking } from "@/lib/users/works-in";

/** Those of the users who work in the location, each once. */
export async function findMentioned(
  transaction: ReadTransaction,
  context: Context,
  userIds: string[],
): Promise<string[]> {
  const known = await findWorking(transaction, context, userIds);
  return [...new Set(userIds)].filter((id) => known.has(id));
}

/** The event by which people learn that a note names them; none for who names only themselves. */
export function tellMentioned(
  context: Context,
  about: Pick<NewEvent, "subject" | "contactId" | "opportunityId">,
  userIds: string[],
): NewEvent[] {
  const others = userIds.filter((id) => id !== userIdOf(context));
  return others.length > 0 ? [{ type: "note.mentioned", ...about, after: { userIds: others } }] : [];
}
