import { asAccess } from "@/lib/data/doors";
import { writeAccessEvent } from "./internal/access-event";
import { type AttemptLimit, countAttempt, forgetAttempts } from "./internal/count-attempt";
import { findAccount } from "./internal/find-account";
import { isPassword } from "./passwords";

/** Who says to be whom, from where. */
export type VerifyPassword = { identifier: string; password: string; address: string | null; now: Date };

/** Longer ones are refused unread: hashing is slow on purpose. */
const longestPassword = 1000;

/** How often one account, and one network address, may be tried in a quarter of an hour. */
const limitsOf = ({
  identifier,
  address,
}: Pick<VerifyPassword, "identifier" | "address">): { account: AttemptLimit; from: AttemptLimit[] } => ({
  account: { subject: `account:${identifier.trim().toLowerCase()}`, most: 10, windowMinutes: 15 },
  from: address ? [{ subject: `address:${address}`, most: 100, windowMinutes: 15 }] : [],
});

/**
 * The user of a username or email and their password; null when they do not match, which takes as
 * long whether or not there is such a user.
 * @throws LimitReached after too many tries for the account or from the address.
 */
export async function verifyPassword(
  input: VerifyPassword,
): Promise<{ userId: string; companyId: string; name: string } | null> {
  const limits = limitsOf(input);
  await countAttempt([limits.account, ...limits.from], input.now);
  const account = await findAccount(input.identifier);
  const matches =
    input.password.length <= longestPassword && (await isPassword(input.password, account?.passwordHash ?? null));
  if (!account) return null;
  const { id: userId, companyId, name } = account;
  if (!matches) {
    await asAccess((transaction) =>
      writeAccessEvent(transaction, { type: "session.refused", companyId, userId, address: input.address }, input.now),
    );
    return null;
  }
  await forgetAttempts([limits.account]);
  return { userId, companyId, name };
}
