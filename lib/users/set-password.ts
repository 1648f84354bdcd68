import { and, eq, isNull } from "drizzle-orm";
import { passwordResets, users } from "@/db/schema/companies";
import { NotFound } from "@/lib/access/errors";
import { forgetCallers } from "@/lib/access/identity";
import { asAccess } from "@/lib/data/doors";
import { revokeSessions } from "./end-session";
import { writeAccessEvent } from "./internal/access-event";
import { findAccount } from "./internal/find-account";
import { hashPassword } from "./passwords";

/**
 * Sets the password of the owner of a username or email address, ends all their sessions and voids
 * the links they were mailed. For whoever runs the installation.
 * @throws NotFound when no active user of the team has that name.
 */
export async function setPassword(input: { identifier: string; password: string; now: Date }): Promise<void> {
  const { identifier, password, now } = input;
  const account = await findAccount(identifier);
  if (!account) throw new NotFound("user", `There is no active user ${identifier}.`);
  const { id: userId, companyId } = account;
  const passwordHash = await hashPassword(password);
  await asAccess(async (transaction) => {
    await transaction.update(users).set({ passwordHash, updatedAt: now }).where(eq(users.id, userId));
    await transaction
      .update(passwordResets)
      .set({ usedAt: now, updatedAt: now })
      .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
    await revokeSessions(transaction, userId, now);
    await writeAccessEvent(transaction, { type: "password.set", companyId, userId }, now);
  });
  forgetCallers();
}
