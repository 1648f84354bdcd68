import { and, eq, gt, isNull, notExists, or, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { companies, locations, sessions, tokens, users } from "@/db/schema/companies";
import { members } from "@/db/schema/members";
import { asAccess } from "@/lib/data/doors";
import { isId } from "@/lib/kit/id";
import { processWide } from "@/lib/kit/process-wide";
import type { Actor, Location } from "./context";
import { secretHash, type TokenKind } from "./secrets";

/** A key that is valid now, and what it opens. */
export type Token = {
  id: string;
  kind: TokenKind;
  name: string;
  number: number;
  companyId: string;
  /** Null for a key of the whole company. */
  locationId: string | null;
  /** Null for a key that speaks for nobody. */
  userId: string | null;
  scopes: string[];
};

/** A browser that is signed in. */
export type Session = { id: string; companyId: string; userId: string; locationId: string | null };

/** How long an answer about a caller is believed. Changes are announced at once; this bounds a lost announcement. */
const believedMilliseconds = 10_000;
/** One symbol for all module instances of the process, as they share the cache. */
const missing = Symbol.for("leadwright.missing");

type Cache = LRUCache<string, object | typeof missing>;
const cache = (): Cache =>
  processWide<Cache>("access.identity", () => new LRUCache({ max: 10_000, ttl: believedMilliseconds }));

/** Forgets what is known about callers: something about keys, sessions or members has changed. */
export const forgetCallers = (): void => {
  forgotten().times++;
  cache().clear();
};

/** How often callers were forgotten: what was asked before that must not be remembered after it. */
const forgotten = () => processWide("access.forgotten", () => ({ times: 0 }));

async function remembered<Value extends object>(key: string, find: () => Promise<Value | null>): Promise<Value | null> {
  const known = cache().get(key);
  // Every key has a prefix that stands for one type of value.
  if (known !== undefined) return known === missing ? null : (known as Value);
  const { times } = forgotten();
  const found = await find();
  if (forgotten().times === times) cache().set(key, found ?? missing);
  return found;
}

/** The valid token of a secret; null when it is unknown, expired or revoked. */
export function findToken(secret: string): Promise<Token | null> {
  const hash = secretHash(secret);
  return remembered(`token:${hash}`, () =>
    asAccess(async (transaction) => {
      const [token] = await transaction
        .update(tokens)
        .set({ lastUsedAt: sql`now()` })
        .where(
          and(
            eq(tokens.secretHash, hash),
            isNull(tokens.revokedAt),
            or(isNull(tokens.expiresAt), gt(tokens.expiresAt, sql`now()`)),
          ),
        )
        .returning({
          id: tokens.id,
          kind: tokens.kind,
          name: tokens.name,
          number: tokens.number,
          companyId: tokens.companyId,
          locationId: tokens.locationId,
          userId: tokens.userId,
          scopes: tokens.scopes,
        });
      return token ?? null;
    }),
  );
}

/** The live session of a cookie's session id; null when it ended, was revoked or never was. */
export function findSession(sessionId: string): Promise<Session | null> {
  if (!isId(sessionId)) return Promise.resolve(null);
  return remembered(`session:${sessionId}`, () =>
    asAccess(async (transaction) => {
      const [session] = await transaction
        .update(sessions)
        .set({ lastSeenAt: sql`now()` })
        .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), gt(sessions.expiresAt, sql`now()`)))
        .returning({
          id: sessions.id,
          companyId: sessions.companyId,
          userId: sessions.userId,
          locationId: sessions.locationId,
        });
      return session ?? null;
    }),
  );
}

/** A location by its id; null when there is none. */
export function findLocation(locationId: string): Promise<Location | null> {
  return remembered(`location:${locationId}`, () =>
    asAccess(async (transaction) => {
      const [location] = await transaction
        .select({
          id: locations.id,
          companyId: locations.companyId,
          name: locations.name,
          timeZone: locations.timeZone,
          currency: locations.currency,
          country: locations.country,
        })
        .from(locations)
        .innerJoin(companies, eq(companies.id, locations.companyId))
        .where(eq(locations.id, locationId));
      return location ?? null;
    }),
  );
}

/** The oldest location of a company; null when it has none. */
export function findFirstLocation(companyId: string): Promise<{ id: string } | null> {
  return remembered(`first-location:${companyId}`, () =>
    asAccess(async (transaction) => {
      const [first] = await transaction
        .select({ id: locations.id })
        .from(locations)
        .where(eq(locations.companyId, companyId))
        .orderBy(locations.id)
        .limit(1);
      return first ?? null;
    }),
  );
}

/** Whether a user is an active administrator of every location of the company. */
export function administersCompany(userId: string, companyId: string): Promise<boolean> {
  return asAccess(async (transaction) => {
    const administered = transaction
      .select({ one: sql`1` })
      .from(members)
      .where(
        and(
          eq(members.locationId, locations.id),
          eq(members.userId, userId),
          eq(members.role, "admin"),
          isNull(members.deactivatedAt),
        ),
      );
    const [other] = await transaction
      .select({ id: locations.id })
      .from(locations)
      .where(and(eq(locations.companyId, companyId), notExists(administered)))
      .limit(1);
    return !other;
  });
}

/** The users of the same team, those who left it by being deactivated too: their records stay the team's. */
const idsOfTeam = sql<string[]>`case when ${members.teamId} is null then array[${members.userId}::text]
  else array(select other.user_id::text from ${members} other where other.location_id = ${members.locationId} and other.team_id = ${members.teamId}) end`;

/** A user as the actor they are in a location; null when they are no active member of it. */
export function findMember(userId: string, locationId: string): Promise<Extract<Actor, { type: "user" }> | null> {
  return remembered(`member:${locationId}:${userId}`, () =>
    asAccess(async (transaction) => {
      const [member] = await transaction
        .select({
          id: users.id,
          number: users.number,
          name: users.name,
          username: users.username,
          role: members.role,
          visibility: members.visibility,
          teamIds: idsOfTeam,
          timeZone: users.timeZone,
          locale: users.locale,
        })
        .from(members)
        .innerJoin(users, and(eq(users.companyId, members.companyId), eq(users.id, members.userId)))
        .where(
          and(
            eq(members.locationId, locationId),
            eq(members.userId, userId),
            isNull(members.deactivatedAt),
            isNull(users.deactivatedAt),
          ),
        );
      return member ? { type: "user", ...member } : null;
    }),
  );
}

/** The first location that a user is an active member of; null when there is none. */
export function findMembership(userId: string): Promise<{ locationId: string } | null> {
  return remembered(`membership:${userId}`, () =>
    asAccess(async (transaction) => {
      const [first] = await transaction
        .select({ locationId: members.locationId })
        .from(members)
        .where(and(eq(members.userId, userId), isNull(members.deactivatedAt)))
        .orderBy(members.id)
        .limit(1);
      return first ?? null;
    }),
  );
}
