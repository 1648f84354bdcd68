import { eq } from "drizzle-orm";
import { secondFactors } from "@/db/schema/companies";
import { Conflict, Invalid, Precondition } from "@/lib/access/errors";
import { asAccess } from "@/lib/data/doors";
import { writeAccessEvent } from "./internal/access-event";
import { countAttempt, forgetAttempts } from "./internal/count-attempt";
import { replaceRecoveryCodes } from "./internal/recovery-codes";
import { codeLimit, takeCode } from "./internal/second-factor";

/**
 * Turns a user's second factor on, once a code has shown that their app has the secret. Answers their
 * recovery codes, which nobody sees again.
 * @throws Precondition when none was begun; Conflict (rule `second_factor_on`); Invalid at `code`;
 * LimitReached after ten tries in a quarter of an hour.
 */
export async function confirmSecondFactor({
  userId,
  code,
  now,
}: {
  userId: string;
  code: string;
  now: Date;
}): Promise<string[]> {
  await countAttempt([codeLimit(userId)], now);
  const recovery = await asAccess(async (transaction) => {
    const isTheirs = eq(secondFactors.userId, userId);
    const [begun] = await transaction.select().from(secondFactors).where(isTheirs).for("update");
    if (!begun) throw new Precondition("not_begun", "Begin to set up an authenticator app first.");
    if (begun.confirmedAt) throw new Conflict("second_factor_on", "Your authenticator app is set up already.");
    if ((await takeCode(transaction, { userId, code, now })) === null) throw wrongCode();
    await transaction.update(secondFactors).set({ confirmedAt: now, updatedAt: now }).where(isTheirs);
    const { companyId } = begun;
    await writeAccessEvent(transaction, { type: "second_factor.turned_on", companyId, userId }, now);
    return replaceRecoveryCodes(transaction, { userId, companyId });
  });
  await forgetAttempts([codeLimit(userId)]);
  return recovery;
}

const wrongCode = () =>
  Invalid.field("code", "wrong", "This code is not right, or was used already. Enter the one that the app shows now.");
