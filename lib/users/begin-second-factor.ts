import { eq } from "drizzle-orm";
import { secondFactors } from "@/db/schema/companies";
import { Conflict } from "@/lib/access/errors";
import { asAccess } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { confirmPassword } from "./confirm-password";
import { sealSecret } from "./internal/second-factor";
import { newTotpSecret, totpUri } from "./internal/totp";

/** What an authenticator app is given: the secret to type in, and the same as an address for a QR code. */
export type NewSecondFactor = { secret: string; uri: string };

/**
 * Gives a user a secret for their authenticator app. Nothing is asked of them with it until
 * `confirmSecondFactor` has seen a code; beginning again makes another secret.
 * @throws Conflict (rule `second_factor_on`) when they have one in use; as confirmPassword.
 */
export async function beginSecondFactor(input: {
  userId: string;
  password: string;
  now: Date;
}): Promise<NewSecondFactor> {
  const { userId, now } = input;
  const { companyId, email } = await confirmPassword(input);
  const secret = newTotpSecret();
  await asAccess(async (transaction) => {
    const isTheirs = eq(secondFactors.userId, userId);
    const [known] = await transaction.select().from(secondFactors).where(isTheirs).for("update");
    if (known?.confirmedAt)
      throw new Conflict("second_factor_on", "You have an authenticator app already. Turn it off to set up another.");
    if (known) await transaction.delete(secondFactors).where(isTheirs);
    await transaction
      .insert(secondFactors)
      .values({ id: newId(), companyId, userId, sealedSecret: sealSecret(secret, userId), createdAt: now });
  });
  return { secret, uri: totpUri(secret, { issuer: "Leadwright", label: email }) };
}
