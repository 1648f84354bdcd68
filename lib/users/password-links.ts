import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { passwordResets } from "@/db/schema/companies";
import { secretHash } from "@/lib/access/secrets";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";

/**
 * Writes down that a user may choose a password with a link, once, until it expires. Answers its id, and
 * the secret that the link carries: only its hash is kept.
 */
export async function makePasswordLink(
  transaction: Transaction,
  link: { companyId: string; userId: string; expiresAt: Date },
): Promise<{ id: string; secret: string }> {
  const id = newId();
  const secret = randomBytes(32).toString("base64url");
  await transaction.insert(passwordResets).values({ ...link, id, secretHash: secretHash(secret) });
  return { id, secret };
}

/** Makes every link worthless with which a user could still choose a password. */
export async function voidPasswordLinks(transaction: Transaction, userId: string, now: Date): Promise<void> {
  await transaction
    .update(passwordResets)
    .set({ usedAt: now, updatedAt: now })
    .where(and(eq(passwordResets.userId, userId), isNull(passwordResets.usedAt)));
}
