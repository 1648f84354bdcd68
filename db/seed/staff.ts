import { normalEmail } from "@/lib/kit/email";
import { hashPassword } from "@/lib/users/passwords";
import type { LocationKeys } from "./demo-keys";
import { pastId } from "./past-id";
import type { Profile } from "./profile";
import type { Rows, SeededActor } from "./rows";
import { typablePassword } from "./typable-password";

/** What somebody signs in with: as they type it, and as it is kept. */
export type Password = { password: string; passwordHash: string };

/** A password that nobody else has. */
export async function freshPassword(): Promise<Password> {
  const password = typablePassword();
  return { password, passwordHash: await hashPassword(password) };
}

/** A company that is being seeded, and who works there so far, by username. */
export type Company = { id: string; people: Map<string, SeededActor> };

/** The company of a profile, with nobody in it yet. */
export function foundCompany({ company: name }: Profile, createdAt: Date, rows: Rows): Company {
  const id = pastId(createdAt);
  rows.companies.push({ id, name, createdAt, updatedAt: createdAt });
  return { id, people: new Map() };
}

/**
 * Makes everybody of the profile a member of the location, and a user of the company who is none yet.
 * Answers the new users, with what they sign in with.
 */
export async function employ(
  { users, domain }: Profile,
  company: Company,
  locationId: string,
  createdAt: Date,
  rows: Rows,
  passwordFor: () => Promise<Password>,
): Promise<LocationKeys["users"]> {
  const made = { createdAt, updatedAt: createdAt };
  const known = users.filter(({ username }) => company.people.has(username));
  const fresh = await Promise.all(
    users.filter((user) => !known.includes(user)).map(async (user) => ({ user, ...(await passwordFor()) })),
  );
  const signIns = fresh.map(({ user, password, passwordHash }) => {
    const { username, name, role } = user;
    const email = `${username}@${domain}`;
    const id = pastId(createdAt);
    const number = user.number === undefined ? {} : { number: user.number };
    const emailNormal = normalEmail(email) ?? "";
    company.people.set(username, { type: "user", id, name });
    rows.users.push({
      id,
      companyId: company.id,
      username,
      name,
      email,
      emailNormal,
      passwordHash,
      ...number,
      ...made,
    });
    return { username, name, email, password, role };
  });
  for (const { username, role, visibility } of users) {
    const userId = personOf(company, username).id;
    rows.members.push({
      locationId,
      id: pastId(createdAt),
      companyId: company.id,
      userId,
      role,
      visibility,
      ...made,
    });
  }
  return signIns;
}

/** Who has a username in the company. @throws Error when nobody does. */
export function personOf({ people }: Company, username: string): SeededActor {
  const person = people.get(username);
  if (!person) throw new Error(`${username} does not work here.`);
  return person;
}
