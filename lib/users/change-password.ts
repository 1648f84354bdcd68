import { eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { forgetCallers } from "@/lib/access/identity";
import { asAccess } from "@/lib/data/doors";
import { confirmPassword } from "./confirm-password";
import { revokeSessions } from "./end-session";
import { writeAccessEvent } from "./internal/access-event";
import { hashPassword } from "./passwords";

/**
 * Gives a user who shows their password another one, and signs out every browser but the one they do it
 * in. @throws as confirmPassword.
 */
export async function changePassword(input: {
  userId: string;
  sessionId: string;
  password: string;
  newPassword: string;
  now: Date;
}): Promise<void> {
  const { userId, sessionId, newPassword, now } = input;
  const { companyId } = await confirmPassword(input);
  const passwordHash = await hashPassword(newPassword);
  await asAccess(async (transaction) => {
    await transaction.update(users).set({ passwordHash, updatedAt: now }).where(eq(users.id, userId));
    await revokeSessions(transaction, userId, now, sessionId);
    await writeAccessEvent(transaction, { type: "password.set", companyId, userId }, now);
  });
  forgetCallers();
}
