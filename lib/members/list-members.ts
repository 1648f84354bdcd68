import { and, asc, eq, sql } from "drizzle-orm";
import { secondFactors, users } from "@/db/schema/companies";
import { members, teams } from "@/db/schema/members";
import type { Context, Role, Visibility } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";
import type { Team } from "./save-team";

/** Somebody who works in the location. */
export type Membership = {
  userId: string;
  name: string;
  username: string;
  email: string;
  role: Role;
  visibility: Visibility;
  teamId: string | null;
  /** Whether a code of an authenticator app is asked of them at sign-in. */
  hasSecondFactor: boolean;
  /** Until when the link of their invitation works; null once they have come in. */
  invitedUntil: Date | null;
  /** Null while they may sign in. */
  deactivatedAt: Date | null;
};

/** Everybody who works or worked in the location, by name, and its teams. */
export async function listMembers(context: Context): Promise<{ members: Membership[]; teams: Team[] }> {
  const { id: locationId } = context.location;
  const [found, all] = await readAtOnce(context, (transaction) =>
    Promise.all([
      transaction
        .select({
          userId: members.userId,
          name: users.name,
          username: users.username,
          email: users.email,
          role: members.role,
          visibility: members.visibility,
          teamId: members.teamId,
          hasSecondFactor: sql<boolean>`${secondFactors.confirmedAt} is not null`,
          invitedUntil: users.invitedUntil,
          deactivatedAt: members.deactivatedAt,
        })
        .from(members)
        .innerJoin(users, and(eq(users.companyId, members.companyId), eq(users.id, members.userId)))
        .leftJoin(secondFactors, eq(secondFactors.userId, members.userId))
        .where(eq(members.locationId, locationId))
        .orderBy(asc(users.name), asc(users.id)),
      transaction
        .select({ id: teams.id, name: teams.name })
        .from(teams)
        .where(eq(teams.locationId, locationId))
        .orderBy(asc(teams.name), asc(teams.id)),
    ]),
  );
  return { members: found, teams: all };
}
