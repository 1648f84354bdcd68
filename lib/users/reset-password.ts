import { and, eq, gt, isNull } from "drizzle-orm";
import { passwordResets } from "@/db/schema/companies";
import { Precondition } from "@/lib/access/errors";
import { forgetCallers } from "@/lib/access/identity";
import { secretHash } from "@/lib/access/secrets";
import { asAccess } from "@/lib/data/doors";
import { givePassword } from "./internal/give-password";
import { hashPassword } from "./passwords";

const refused = () => new Precondition("reset_link", "This link was used or is too old. Ask for a new one.");

/**
 * Sets the password of whoever a mailed link is for, and ends all their sessions. The link works once.
 * @throws Precondition when the link was used, is too old, or never was.
 */
export async function resetPassword({
  secret,
  password,
  now,
}: {
  secret: string;
  password: string;
  now: Date;
}): Promise<void> {
  // A guess is turned away before the slow hashing.
  if (!(await isResetLink({ secret, now }))) throw refused();
  const passwordHash = await hashPassword(password);
  await asAccess(async (transaction) => {
    const [reset] = await transaction
      .update(passwordResets)
      .set({ usedAt: now, updatedAt: now })
      .where(usable(secret, now))
      .returning({ userId: passwordResets.userId, companyId: passwordResets.companyId });
    if (!reset) throw refused();
    await givePassword(transaction, { ...reset, passwordHash }, now);
  });
  forgetCallers();
}

/** Whether a mailed link can still be used. */
export function isResetLink({ secret, now }: { secret: string; now: Date }): Promise<boolean> {
  return asAccess(async (transaction) => {
    const [reset] = await transaction.select({ id: passwordResets.id }).from(passwordResets).where(usable(secret, now));
    return reset !== undefined;
  });
}

const usable = (secret: string, now: Date) =>
  and(
    eq(passwordResets.secretHash, secretHash(secret)),
    isNull(passwordResets.usedAt),
    gt(passwordResets.expiresAt, now),
  );
