import { and, eq, inArray, isNull, type Placeholder, type SQL } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";

/** The condition that a member and their user are somebody who works in the location now. */
export const worksIn = (locationId: string | Placeholder): SQL | undefined =>
  and(eq(members.locationId, locationId), isNull(members.deactivatedAt), isNull(users.deactivatedAt));

/** Those of the users who work in the location now. */
export async function findWorking(
  transaction: ReadTransaction,
  { location }: Context,
  userIds: string[],
): Promise<ReadonlySet<string>> {
  if (userIds.length === 0) return new Set();
  const found = await transaction
    .select({ id: members.userId })
    .from(members)
    .innerJoin(users, and(eq(users.companyId, members.companyId), eq(users.id, members.userId)))
    .where(and(worksIn(location.id), inArray(members.userId, userIds)));
  return new Set(found.map(({ id }) => id));
}
