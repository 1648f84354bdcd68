import { and, asc, eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import type { Context, Role } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";
import { worksIn } from "./works-in";

/** Somebody who works in the location. */
export type TeamMember = {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  role: Role;
  /** Whether they see only what is theirs. */
  seesOwn: boolean;
};

/** Who works in the location now, by name. */
export async function listTeam(context: Context): Promise<TeamMember[]> {
  const rows = await readAtOnce(context, (transaction) =>
    transaction
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        phone: users.phone,
        role: members.role,
        visibility: members.visibility,
      })
      .from(members)
      .innerJoin(users, and(eq(users.companyId, members.companyId), eq(users.id, members.userId)))
      .where(worksIn(context.location.id))
      .orderBy(asc(users.name), asc(users.id)),
  );
  return rows.map(({ visibility, ...member }) => ({ ...member, seesOwn: visibility === "own" }));
}
