import { and, eq, isNull, or, sql } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { asAccess } from "@/lib/data/doors";
import { normalEmail } from "@/lib/kit/email";
import { isStorable } from "@/lib/kit/text";

/** An account that may sign in: of a person of the team, and not deactivated. */
export type Account = {
  id: string;
  companyId: string;
  name: string;
  email: string;
  passwordHash: string | null;
  /** Until when the link of their invitation works; null once they have come in. */
  invitedUntil: Date | null;
};

/** The account of a username or an email address, in any case of letters; null when there is none. */
export function findAccount(identifier: string): Promise<Account | null> {
  const wanted = identifier.trim();
  if (wanted === "" || wanted.length > 320 || !isStorable(wanted)) return Promise.resolve(null);
  return asAccess(async (transaction) => {
    const [account] = await transaction
      .select({
        id: users.id,
        companyId: users.companyId,
        name: users.name,
        email: users.email,
        passwordHash: users.passwordHash,
        invitedUntil: users.invitedUntil,
      })
      .from(users)
      .where(
        and(
          or(sql`lower(${users.username}) = ${wanted.toLowerCase()}`, eq(users.emailNormal, normalEmail(wanted) ?? "")),
          eq(users.kind, "team"),
          isNull(users.deactivatedAt),
        ),
      )
      // A username that looks like somebody's address belongs to the address's owner.
      .orderBy(sql`${users.emailNormal} = ${wanted.toLowerCase()} desc`)
      .limit(1);
    return account ?? null;
  });
}
