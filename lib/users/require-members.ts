import { and, eq, inArray, isNull } from "drizzle-orm";
import { members } from "@/db/schema/members";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import type { ReadTransaction } from "@/lib/data/transaction";

/** @throws Invalid at `field` and the place in the list for every id that is no active member of the location. */
export async function requireMembers(
  transaction: ReadTransaction,
  context: Context,
  field: string,
  userIds: string[],
): Promise<void> {
  if (userIds.length === 0) return;
  const found = await transaction
    .select({ id: members.userId })
    .from(members)
    .where(
      and(eq(members.locationId, context.location.id), isNull(members.deactivatedAt), inArray(members.userId, userIds)),
    );
  const known = new Set(found.map(({ id }) => id));
  const unknown = userIds.flatMap((id, place) => (known.has(id) ? [] : [place]));
  if (unknown.length === 0) return;
  const message = "There is no such user in the location. Name active members by their id.";
  throw new Invalid(unknown.map((place) => ({ path: [field, place], rule: "unknown", message })));
}
