import { and, count, eq, isNull } from "drizzle-orm";
import { recoveryCodes, secondFactors } from "@/db/schema/companies";
import { asAccess } from "@/lib/data/doors";

/** Whether a user signs in with a code beside their password, since when, and how many recovery codes they have left. */
export type SecondFactorStatus = { enabledAt: Date | null; recoveryCodesLeft: number };

/** How it stands with a user's second factor. */
export function secondFactorStatus(userId: string): Promise<SecondFactorStatus> {
  return asAccess(async (transaction) => {
    const [factor] = await transaction
      .select({ enabledAt: secondFactors.confirmedAt })
      .from(secondFactors)
      .where(eq(secondFactors.userId, userId));
    const [left] = await transaction
      .select({ count: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)));
    return { enabledAt: factor?.enabledAt ?? null, recoveryCodesLeft: left?.count ?? 0 };
  });
}
