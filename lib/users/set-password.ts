import { NotFound } from "@/lib/access/errors";
import { forgetCallers } from "@/lib/access/identity";
import { asAccess } from "@/lib/data/doors";
import { findAccount } from "./internal/find-account";
import { givePassword } from "./internal/give-password";
import { hashPassword } from "./passwords";

/**
 * Sets the password of the owner of a username or email address, ends all their sessions and voids
 * the links they were mailed. For whoever runs the installation.
 * @throws NotFound when no active user of the team has that name.
 */
export async function setPassword(input: { identifier: string; password: string; now: Date }): Promise<void> {
  const { identifier, password, now } = input;
  const account = await findAccount(identifier);
  if (!account) throw new NotFound("user", `There is no active user ${identifier}.`);
  const { id: userId, companyId } = account;
  const passwordHash = await hashPassword(password);
  await asAccess((transaction) => givePassword(transaction, { userId, companyId, passwordHash }, now));
  forgetCallers();
}
