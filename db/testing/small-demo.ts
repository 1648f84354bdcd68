import { encode } from "next-auth/jwt";
import { seedBranch, seedCompany, type Seeding } from "@/db/seed/company";
import type { LocationKeys } from "@/db/seed/demo-keys";
import type { Profile } from "@/db/seed/profile";
import { createRandom } from "@/db/seed/random";
import { noRows } from "@/db/seed/rows";
import { denver } from "@/db/seed/solar/denver";
import { solar } from "@/db/seed/solar/profile";
import { type Company, freshPassword, type Password, personOf } from "@/db/seed/staff";
import { nothingTaken } from "@/db/seed/story";
import { authSecret } from "@/lib/access/auth-secret";
import { asSystem } from "@/lib/data/doors";
import { closePool, useDatabase } from "@/lib/data/pool";
import { newId } from "@/lib/kit/id";
import { startSession } from "@/lib/users/start-session";

/** Who works in the small demo: somebody of every role and a second rep; and one in its second location. */
const staff = new Set(["ngozi", "tomas", "priya", "sam", "dalia"]);

/** Everybody's of this process: to make one takes as long as all the rest. */
let password: Promise<Password> | undefined;

/** The demo's main company once more, with fewer leads and with people of its own. */
export type SmallDemo = LocationKeys & {
  /** Signs one of the users in. Answers the value of their session cookie. */
  signIn: (username: string) => Promise<string>;
  /** Opens its second location, where its administrator and its manager work as well. */
  openBranch: () => Promise<void>;
};

/** Seeds small demos into the database of an installation that runs. Who opened it closes it. */
export type SmallDemos = { seed: (leads: number) => Promise<SmallDemo>; close: () => Promise<void> };

/** Points this process at the database of an installation; DATA_DIR has to be the installation's as well. */
export async function openSmallDemos(connectionString: string): Promise<SmallDemos> {
  await useDatabase(connectionString);
  return { seed: seedSmallDemo, close: closePool };
}

/**
 * Seeds a company as the demo does, with the stories of the demo, beside whatever is there. Its names
 * are the demo's; usernames end in a word of their own, which their addresses have as well.
 */
async function seedSmallDemo(leads: number): Promise<SmallDemo> {
  const word = newId().slice(-8).toLowerCase();
  const taken = nothingTaken();
  const seeding = (profile: Profile, place: number): Seeding => ({
    profile: withOwnPeople(profile, word),
    random: createRandom(place),
    now: new Date(),
    rows: noRows(),
    passwordFor: () => (password ??= freshPassword()),
    taken,
  });
  const { company, keys } = await asSystem("seed a small demo", (transaction) =>
    seedCompany(transaction, seeding({ ...solar, leads, clients: 0 }, 0), false),
  );
  return {
    ...keys,
    signIn: (username) => sealedSession(company, username),
    openBranch: () =>
      asSystem("seed a branch", (transaction) =>
        seedBranch(transaction, seeding({ ...denver, clients: 0 }, 1), company),
      ),
  };
}

/** A profile in which nobody is whom somebody else is: usernames and short numbers are one person's. */
const withOwnPeople = (profile: Profile, word: string): Profile => ({
  ...profile,
  domain: `${word}.example`,
  users: profile.users
    .filter(({ username }) => staff.has(username))
    .map(({ number: _, ...user }) => ({ ...user, username: `${user.username}-${word}` })),
});

/** What the cookie of somebody holds who has just signed in. */
async function sealedSession(company: Company, username: string): Promise<string> {
  const { id: userId } = personOf(company, username);
  const sid = await startSession({
    userId,
    companyId: company.id,
    userAgent: null,
    address: null,
    now: new Date(),
  });
  return encode({ token: { sid, sub: userId }, secret: authSecret() });
}
