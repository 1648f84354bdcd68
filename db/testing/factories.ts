import { encode } from "next-auth/jwt";
import { authSecret } from "@/lib/access/auth-secret";
import type { Actor, Context, Location, Role, Visibility } from "@/lib/access/context";
import { createToken } from "@/lib/access/create-token";
import { findMember } from "@/lib/access/identity";
import type { TokenKind } from "@/lib/access/secrets";
import { newId } from "@/lib/kit/id";
import { createLead } from "@/lib/leads/create-lead";
import type { CreateLead, Lead } from "@/lib/leads/model";
import { createCompany, createLocation } from "@/lib/locations/create-location";
import { addMember, createUser } from "@/lib/users/create-user";
import { startSession } from "@/lib/users/start-session";
import { testDatabase } from "./database";

/** A user as they act in a location. */
export type Member = Extract<Actor, { type: "user" }>;

/** A company. Answers its id. */
export async function aCompany(name = "Acme Agency"): Promise<string> {
  await testDatabase();
  return createCompany(name);
}

/** A location of its own company (or of the one given), ready to work: every suite mints its own. */
export async function aLocation(given: Partial<Omit<Location, "id">> = {}): Promise<Location> {
  const companyId = given.companyId ?? (await aCompany());
  return createLocation({
    name: "Acme",
    timeZone: "Europe/Berlin",
    currency: "USD",
    country: "US",
    ...given,
    companyId,
  });
}

/** What may be chosen about a user; each gets a name and address of their own. */
export type GivenUser = { username?: string; name?: string; email?: string; password?: string | null; number?: number };

/** A user of a company, member of nothing. Answers the id. Hashing a password takes 50 ms: most tests need none. */
export async function aUser(companyId: string, given: GivenUser = {}): Promise<string> {
  await testDatabase();
  const username = given.username ?? `user-${newId().toLowerCase()}`;
  return createUser({
    companyId,
    name: "Robin Rep",
    email: `${username}@example.com`,
    password: null,
    ...given,
    username,
  });
}

type MemberRights = { role?: Role; visibility?: Visibility; teamId?: string };

/** A user who is a member of `location`: an admin unless another role is given. */
export async function aMember(
  location: Location,
  { role = "admin", visibility = "all", teamId, ...given }: GivenUser & MemberRights = {},
): Promise<Member> {
  const userId = await aUser(location.companyId, given);
  await addMember({ companyId: location.companyId, locationId: location.id, userId, role, visibility, teamId });
  const member = await findMember(userId, location.id);
  if (!member) throw new Error("A member that was just added is not found.");
  return member;
}

/** A token that opens `location`, as the location itself or as `user`. Its secret is what programs send. */
export async function aToken(
  location: Location,
  given: { kind?: TokenKind; user?: Pick<Member, "id">; scopes?: string[] } = {},
): Promise<{ id: string; secret: string }> {
  await testDatabase();
  const kind = given.kind ?? (given.user ? "user_token" : "location_key");
  const userId = given.user?.id ?? null;
  return createToken({
    companyId: location.companyId,
    locationId: location.id,
    userId,
    kind,
    name: "Test",
    scopes: given.scopes,
  });
}

/** A browser that `user` is signed in with: its session, and the cookie that its requests carry. */
export async function aSession(
  { companyId }: Location,
  { id: userId }: Pick<Member, "id">,
  now = new Date(),
): Promise<{ id: string; cookie: string }> {
  const id = await startSession({ userId, companyId, userAgent: null, address: null, now });
  const sealed = await encode({ token: { sid: id, sub: userId }, secret: authSecret() });
  return { id, cookie: `next-auth.session-token=${sealed}` };
}

/** A context to call domain functions in: as the system, or as `actor`. Its clock is `now`. */
export function contextOf(
  location: Location,
  actor: Actor = { type: "system", name: "test" },
  now = new Date(),
): Context {
  return { actor, location, now, requestId: newId() };
}

/** A lead of `location`, made by `actor` (a new person each time unless a contact is given). */
export async function aLead(location: Location, given: CreateLead = {}, actor?: Actor): Promise<Lead> {
  await testDatabase();
  const person = { firstName: "Ada", lastName: "Lovelace", email: `${newId().toLowerCase()}@example.com` };
  return createLead(contextOf(location, actor), { ...given, contact: given.contact ?? person });
}
