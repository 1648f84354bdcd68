import { eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import type { Transaction } from "@/lib/data/transaction";
import { revokeSessions } from "@/lib/users/end-session";
import { voidPasswordLinks } from "@/lib/users/password-links";
import { writeAccessEvent } from "./access-event";

/** Gives a user a password, whoever chose it: their sessions end, and links to choose one are void. The caller forgets callers after it. */
export async function givePassword(
  transaction: Transaction,
  { userId, companyId, passwordHash }: { userId: string; companyId: string; passwordHash: string },
  now: Date,
): Promise<void> {
  await transaction.update(users).set({ passwordHash, invitedUntil: null, updatedAt: now }).where(eq(users.id, userId));
  await voidPasswordLinks(transaction, userId, now);
  await revokeSessions(transaction, userId, now);
  await writeAccessEvent(transaction, { type: "password.set", companyId, userId }, now);
}
