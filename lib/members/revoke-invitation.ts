import { and, eq } from "drizzle-orm";
import { members } from "@/db/schema/members";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { databaseErrorOf, foreignKeyViolation } from "@/lib/data/database-errors";
import { change } from "@/lib/data/doors";
import { deleteInvitedUser } from "@/lib/users/delete-invited-user";
import { voidPasswordLinks } from "@/lib/users/password-links";
import { lockInvited } from "./internal/lock-invited";

/**
 * Takes back an invitation that was not accepted: the link is void, and who was invited is no member any
 * more, nor a user when they work nowhere else.
 * @throws as lockInvited; Conflict (rule `in_use`) when they were given leads or tasks meanwhile.
 */
export async function revokeInvitation(context: Context, userId: string): Promise<void> {
  await change(context, async (transaction, inside) => {
    const { name, email } = await lockInvited(transaction, inside, userId);
    await voidPasswordLinks(transaction, userId, inside.now);
    await transaction
      .delete(members)
      .where(and(eq(members.locationId, inside.location.id), eq(members.userId, userId)))
      .catch((error: unknown) => {
        if (databaseErrorOf(error)?.code !== foreignKeyViolation) throw error;
        throw new Conflict("in_use", `${name} has leads or tasks already. Give them to somebody else first.`);
      });
    return {
      result: undefined,
      events: [{ type: "member.removed", subject: { type: "member", id: userId }, before: { name, email } }],
    };
  });
  await deleteInvitedUser(userId);
}
