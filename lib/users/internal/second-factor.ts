import { and, eq, isNull, lt, or } from "drizzle-orm";
import { recoveryCodes, secondFactors } from "@/db/schema/companies";
import { seal, unseal } from "@/lib/access/seal";
import { secretHash } from "@/lib/access/secrets";
import type { Transaction } from "@/lib/data/transaction";
import type { AttemptLimit } from "./count-attempt";
import { stepOfCode } from "./totp";

const purpose = "second factor";

/** A secret as the database keeps it, for one user. */
export const sealSecret = (secret: string, userId: string): string => seal(secret, { purpose, owner: userId });

/** How often codes of one user may be tried in a quarter of an hour. */
export const codeLimit = (userId: string): AttemptLimit => ({
  subject: `second-factor:${userId}`,
  most: 10,
  windowMinutes: 15,
});

/** A recovery code as it is kept: however it was typed. */
export const recoveryHash = (given: string): string => secretHash(given.toLowerCase().replaceAll(/[^a-z0-9]/g, ""));

/**
 * Takes a code of the user's authenticator app, and none of its step or of an earlier one after it; or,
 * where the second factor is in use, one of their recovery codes, which is spent. Answers which it was;
 * null when it is neither.
 */
export async function takeCode(
  transaction: Transaction,
  { userId, code, now }: { userId: string; code: string; now: Date },
): Promise<"app" | "recovery" | null> {
  const [factor] = await transaction.select().from(secondFactors).where(eq(secondFactors.userId, userId));
  if (!factor) return null;
  const secret = unseal(factor.sealedSecret, { purpose, owner: userId });
  const step = secret === null ? null : stepOfCode(secret, code, now);
  if (step !== null) {
    const isLater = or(isNull(secondFactors.lastStep), lt(secondFactors.lastStep, step));
    // Two who send the same code at once: the second finds the step taken.
    const taken = await transaction
      .update(secondFactors)
      .set({ lastStep: step, updatedAt: now })
      .where(and(eq(secondFactors.userId, userId), isLater))
      .returning({ id: secondFactors.id });
    return taken.length > 0 ? "app" : null;
  }
  if (factor.confirmedAt === null) return null;
  const spent = await transaction
    .update(recoveryCodes)
    .set({ usedAt: now, updatedAt: now })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.secretHash, recoveryHash(code)),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return spent.length > 0 ? "recovery" : null;
}
