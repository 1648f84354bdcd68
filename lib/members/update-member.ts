import { and, count, eq, isNull, ne } from "drizzle-orm";
import { members } from "@/db/schema/members";
import type { Context, Role, Visibility } from "@/lib/access/context";
import { Conflict, NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { waitForOthers } from "@/lib/data/wait-for-others";
import { difference } from "@/lib/events/catalogue";

export type UpdateMember = {
  role?: Role;
  visibility?: Visibility;
  teamId?: string | null;
  /** False: they may not sign in to the location any more. What is theirs stays theirs. */
  active?: boolean;
};

/**
 * Changes what somebody may do and see in the location; what is left out stays. It holds from their
 * next request on.
 * @throws NotFound; Conflict (rule `last_administrator`) when nobody would be left to run the location;
 * Invalid for an unknown team.
 */
export function updateMember(context: Context, userId: string, { active, ...given }: UpdateMember): Promise<void> {
  const isMember = and(eq(members.locationId, context.location.id), eq(members.userId, userId));
  return change(context, async (transaction) => {
    // Two who take it from each other at once: one of them goes on running the location.
    await waitForOthers(transaction, `members ${context.location.id}`);
    const [before] = await transaction
      .select({
        role: members.role,
        visibility: members.visibility,
        teamId: members.teamId,
        deactivatedAt: members.deactivatedAt,
      })
      .from(members)
      .where(isMember)
      .for("update");
    if (!before) throw new NotFound("member");
    const wasActive = before.deactivatedAt === null;
    const input = {
      ...given,
      ...(active !== undefined && active !== wasActive && { deactivatedAt: active ? null : context.now }),
    };
    const changed = difference(before, input);
    if (Object.keys(changed.after).length === 0) return { result: undefined, unchanged: true };
    const runs = (member: { role: Role; deactivatedAt: Date | null }) =>
      member.role === "admin" && !member.deactivatedAt;
    if (runs(before) && !runs({ ...before, ...input })) await requireAnotherAdministrator(transaction, context, userId);
    await transaction
      .update(members)
      .set({ ...input, updatedAt: context.now })
      .where(isMember);
    return {
      result: undefined,
      events: [{ type: "settings.changed", subject: { type: "member", id: userId }, ...changed }],
    };
  });
}

async function requireAnotherAdministrator(transaction: Transaction, context: Context, userId: string): Promise<void> {
  const [others] = await transaction
    .select({ count: count() })
    .from(members)
    .where(
      and(
        eq(members.locationId, context.location.id),
        eq(members.role, "admin"),
        ne(members.userId, userId),
        isNull(members.deactivatedAt),
      ),
    );
  if (!others?.count)
    throw new Conflict(
      "last_administrator",
      "Somebody has to run the location. Make another member an administrator first.",
    );
}
