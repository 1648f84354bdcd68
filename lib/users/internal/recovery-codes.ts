import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { recoveryCodes } from "@/db/schema/companies";
import type { Transaction } from "@/lib/data/transaction";
import { newId } from "@/lib/kit/id";
import { recoveryHash } from "./second-factor";

const codes = 10;
// Without letters and digits that look alike.
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** Gives a user new recovery codes in place of those they had, and answers them: they are shown once. */
export async function replaceRecoveryCodes(
  transaction: Transaction,
  { userId, companyId }: { userId: string; companyId: string },
): Promise<string[]> {
  const made = Array.from({ length: codes }, newCode);
  await transaction.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  await transaction
    .insert(recoveryCodes)
    .values(made.map((code) => ({ id: newId(), companyId, userId, secretHash: recoveryHash(code) })));
  return made;
}

/** Sixteen random characters, 79 bits, in groups that can be read out. */
function newCode(): string {
  const characters = Array.from({ length: 16 }, () => alphabet.charAt(randomInt(alphabet.length))).join("");
  return characters.replaceAll(/(.{4})(?=.)/g, "$1-");
}
