import { eq } from "drizzle-orm";
import { recoveryCodes, secondFactors } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { findMember } from "@/lib/access/identity";
import { asAccess } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { confirmPassword } from "./confirm-password";
import { type AccessEvent, writeAccessEvent } from "./internal/access-event";
import { findAccount } from "./internal/find-account";

/** Turns a user's own second factor off: they show their password for it. @throws as confirmPassword. */
export async function endSecondFactor(input: { userId: string; password: string; now: Date }): Promise<void> {
  const { userId, now } = input;
  const { companyId } = await confirmPassword(input);
  await asAccess((transaction) => remove(transaction, { type: "second_factor.turned_off", companyId, userId }, now));
}

/**
 * Takes the second factor from a member who has lost their app and their recovery codes: they sign in
 * with their password alone, and set up another.
 * @throws NotFound when there is no such active member of the location.
 */
export async function resetSecondFactor(context: Context, userId: string): Promise<void> {
  const { location, actor, now } = context;
  const member = await findMember(userId, location.id);
  if (!member) throw new NotFound("member");
  const details = { by: actor.name, byId: actor.type === "system" ? null : actor.id };
  await asAccess((transaction) =>
    remove(transaction, { type: "second_factor.reset", companyId: location.companyId, userId, details }, now),
  );
}

/**
 * Takes the second factor from the owner of a username or email address. For whoever runs the
 * installation: a sole administrator has nobody else to ask.
 * @throws NotFound when no active user of the team has that name.
 */
export async function resetSecondFactorOf({ identifier, now }: { identifier: string; now: Date }): Promise<void> {
  const account = await findAccount(identifier);
  if (!account) throw new NotFound("user", `There is no active user ${identifier}.`);
  const { id: userId, companyId } = account;
  const details = { by: "whoever runs the installation" };
  await asAccess((transaction) =>
    remove(transaction, { type: "second_factor.reset", companyId, userId, details }, now),
  );
}

async function remove(transaction: Transaction, event: AccessEvent, now: Date): Promise<void> {
  const gone = await transaction
    .delete(secondFactors)
    .where(eq(secondFactors.userId, event.userId))
    .returning({ id: secondFactors.id });
  await transaction.delete(recoveryCodes).where(eq(recoveryCodes.userId, event.userId));
  if (gone.length > 0) await writeAccessEvent(transaction, event, now);
}
