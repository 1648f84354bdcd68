import { and, eq, inArray, isNull } from "drizzle-orm";
import { members } from "@/db/schema/members";
import { type Context, userIdOf } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";

/** Those of the users who are active members of the location, each once. */
export async function findMentioned(
  transaction: ReadTransaction,
  { location }: Context,
  userIds: string[],
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const found = await transaction
    .select({ id: members.userId })
    .from(members)
    .where(and(eq(members.locationId, location.id), isNull(members.deactivatedAt), inArray(members.userId, userIds)));
  const known = new Set(found.map(({ id }) => id));
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
