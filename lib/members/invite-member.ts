import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import type { Context, Role, Visibility } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { normalEmail } from "@/lib/kit/email";
import { newId } from "@/lib/kit/id";
import { freeUsername } from "@/lib/users/free-username";
import { mailAddition, mailInvitation } from "./internal/mail-invitation";

export type InviteMember = {
  name: string;
  email: string;
  role: Role;
  visibility: Visibility;
  teamId: string | null;
  /** Where the installation is reached: what the mailed link begins with. */
  origin: string;
};

/**
 * Makes somebody a member of the location and mails them so. Who is new gets an account, and a link to
 * choose its password; who works elsewhere in the company keeps the one they have, and its name. Answers
 * the user's id.
 * @throws Invalid at `email` for a member, or an address that is in use elsewhere; at `teamId` for an unknown team.
 */
export async function inviteMember(context: Context, input: InviteMember): Promise<string> {
  const username = await freeUsername(input.email);
  return change(context, async (transaction, inside) => {
    const { id: locationId, companyId } = inside.location;
    const known = await findColleague(transaction, inside, input.email);
    const person = known ?? (await addUser(transaction, inside, { ...input, username }));
    const { role, visibility, teamId } = input;
    const [added] = await transaction
      .insert(members)
      .values({ id: newId(), locationId, companyId, userId: person.id, role, visibility, teamId })
      .onConflictDoNothing({ target: [members.locationId, members.userId] })
      .returning({ id: members.id });
    if (!added) throw Invalid.field("email", "member", "Whoever has this address is a member already.");
    const mail = known?.hasComeIn ? mailAddition : mailInvitation;
    const { name, email } = person;
    return {
      result: person.id,
      events: [
        { type: "member.added", subject: { type: "member", id: person.id }, after: { name, email, role, visibility } },
        ...(await mail(transaction, inside, person, input.origin)),
      ],
    };
  });
}

type Person = { id: string; name: string; email: string };

/** Somebody of the company's team with this address. @throws Invalid for one who may not sign in any more. */
async function findColleague(
  transaction: Transaction,
  { location }: Context,
  email: string,
): Promise<(Person & { hasComeIn: boolean }) | null> {
  const [known] = await transaction
    .select()
    .from(users)
    .where(
      and(
        eq(users.companyId, location.companyId),
        eq(users.emailNormal, normalEmail(email) ?? ""),
        eq(users.kind, "team"),
      ),
    );
  if (!known) return null;
  if (known.deactivatedAt) throw Invalid.field("email", "deactivated", "This person's account is deactivated.");
  return { ...known, hasComeIn: known.invitedUntil === null };
}

/** @throws Invalid (the constraint's own words) for an address that somebody outside the company's team has. */
async function addUser(
  transaction: Transaction,
  { location }: Context,
  { name, email, username }: { name: string; email: string; username: string },
): Promise<Person> {
  const person = { id: newId(), name: name.trim(), email: email.trim() };
  await transaction
    .insert(users)
    .values({ ...person, companyId: location.companyId, username, emailNormal: normalEmail(email) ?? "" });
  return person;
}
