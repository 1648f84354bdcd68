import { and, eq, isNotNull } from "drizzle-orm";
import { secondFactors } from "@/db/schema/companies";
import { Precondition } from "@/lib/access/errors";
import { asAccess } from "@/lib/data/doors";
import { confirmPassword } from "./confirm-password";
import { writeAccessEvent } from "./internal/access-event";
import { replaceRecoveryCodes } from "./internal/recovery-codes";

/**
 * Gives a user new recovery codes; those of before are worth nothing any more.
 * @throws Precondition without a second factor in use; as confirmPassword.
 */
export async function renewRecoveryCodes(input: { userId: string; password: string; now: Date }): Promise<string[]> {
  const { userId, now } = input;
  const { companyId } = await confirmPassword(input);
  return asAccess(async (transaction) => {
    const [factor] = await transaction
      .select({ id: secondFactors.id })
      .from(secondFactors)
      .where(and(eq(secondFactors.userId, userId), isNotNull(secondFactors.confirmedAt)))
      .for("update");
    if (!factor) throw new Precondition("second_factor_off", "Set up an authenticator app first.");
    await writeAccessEvent(transaction, { type: "second_factor.codes_renewed", companyId, userId }, now);
    return replaceRecoveryCodes(transaction, { userId, companyId });
  });
}
