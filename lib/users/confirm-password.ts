import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { Invalid, NotFound } from "@/lib/access/errors";
import { asAccess } from "@/lib/data/doors";
import { type AttemptLimit, countAttempt, forgetAttempts } from "./internal/count-attempt";
import { isPassword } from "./passwords";

/** Who a user is, once they have shown it again. */
export type Confirmed = { companyId: string; email: string };

/**
 * Has somebody who is signed in show with their password that it is still them, before what they sign
 * in with is changed. Who has no password, as with single sign-on, has nothing to show.
 * @throws Invalid at `password` for a wrong one; LimitReached after ten tries in a quarter of an hour; NotFound.
 */
export async function confirmPassword({
  userId,
  password,
  now,
}: {
  userId: string;
  password: string;
  now: Date;
}): Promise<Confirmed> {
  const limit: AttemptLimit = { subject: `confirm:${userId}`, most: 10, windowMinutes: 15 };
  await countAttempt([limit], now);
  const [user] = await asAccess((transaction) =>
    transaction
      .select({ companyId: users.companyId, email: users.email, passwordHash: users.passwordHash })
      .from(users)
      .where(and(eq(users.id, userId), isNull(users.deactivatedAt))),
  );
  if (!user) throw new NotFound("user");
  const { passwordHash, ...confirmed } = user;
  if (passwordHash !== null && !(await isPassword(password.slice(0, 1000), passwordHash)))
    throw Invalid.field("password", "wrong", "This is not your password. Check it and try again.");
  await forgetAttempts([limit]);
  return confirmed;
}
