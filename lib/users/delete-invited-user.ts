import { and, eq, isNotNull, notExists, sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import { asSystem } from "@/lib/data/doors";

/** Deletes a user who was invited, has not come in, and works nowhere (any more): their address is free again. */
export async function deleteInvitedUser(userId: string): Promise<void> {
  await asSystem("delete invited user", (transaction) => {
    const memberships = transaction
      .select({ one: sql`1` })
      .from(members)
      .where(eq(members.userId, users.id));
    return transaction
      .delete(users)
      .where(and(eq(users.id, userId), isNotNull(users.invitedUntil), notExists(memberships)));
  });
}
