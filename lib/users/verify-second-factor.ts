import { and, eq, isNotNull } from "drizzle-orm";
import { secondFactors } from "@/db/schema/companies";
import { asAccess } from "@/lib/data/doors";
import { writeAccessEvent } from "./internal/access-event";
import { countAttempt, forgetAttempts } from "./internal/count-attempt";
import { codeLimit, takeCode } from "./internal/second-factor";

/** `none`: no code is asked of them; `missing`, `wrong`: they are not to be let in. */
export type SecondFactorOutcome = "none" | "passed" | "missing" | "wrong";

/**
 * Whether somebody whose password was right has also shown a code of their authenticator app, or a
 * recovery code, which is then spent. A code is taken once.
 * @throws LimitReached after ten wrong codes in a quarter of an hour.
 */
export async function verifySecondFactor(input: {
  userId: string;
  /** Empty when none was given. */
  code: string;
  address: string | null;
  now: Date;
}): Promise<SecondFactorOutcome> {
  const { userId, code, address, now } = input;
  const [factor] = await asAccess((transaction) =>
    transaction
      .select({ companyId: secondFactors.companyId })
      .from(secondFactors)
      .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt))),
  );
  if (!factor) return "none";
  if (code.trim() === "") return "missing";
  await countAttempt([codeLimit(userId)], now);
  const { companyId } = factor;
  const taken = await asAccess(async (transaction) => {
    const which = code.length > 100 ? null : await takeCode(transaction, { userId, code, now });
    const type = which === "recovery" ? "second_factor.recovery_used" : "second_factor.refused";
    if (which !== "app") await writeAccessEvent(transaction, { type, companyId, userId, address }, now);
    return which;
  });
  if (taken === null) return "wrong";
  await forgetAttempts([codeLimit(userId)]);
  return "passed";
}
