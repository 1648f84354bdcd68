import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import type { Context } from "@/lib/access/context";
import { Conflict, NotFound } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";

/**
 * A member of the location who has not come in yet, locked until the change is over.
 * @throws NotFound; Conflict (rule `came_in`) for one who signs in by now.
 */
export async function lockInvited(
  transaction: Transaction,
  { location }: Context,
  userId: string,
): Promise<{ id: string; name: string; email: string }> {
  const [person] = await transaction
    .select({ id: users.id, name: users.name, email: users.email, invitedUntil: users.invitedUntil })
    .from(members)
    .innerJoin(users, and(eq(users.companyId, members.companyId), eq(users.id, members.userId)))
    .where(and(eq(members.locationId, location.id), eq(members.userId, userId)))
    .for("update");
  if (!person) throw new NotFound("member");
  if (!person.invitedUntil) throw new Conflict("came_in", `${person.name} has accepted the invitation already.`);
  return person;
}
