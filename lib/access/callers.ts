import type { Actor, Location } from "./context";
import { Unauthenticated } from "./errors";
import { findFirstLocation, findLocation, findMember, findToken, type Token } from "./identity";

/** Who calls and where: what a dialect finds out from a request's credentials. */
export type Caller = {
  actor: Actor;
  location: Location;
  /** What requests are counted by. */
  limitSubject: string;
  /** What an integration was given: its scopes, and whether on one location or on the company. Others are not bound by scopes. */
  grant?: { scopes: readonly string[]; resource: "location" | "company" };
};

const refused = "This key is not valid. Check that it is whole, and that it was not revoked.";

/** The secret of an `Authorization: Bearer` header; null when there is none. */
export function bearerSecret(request: Request): string | null {
  const match = /^bearer +([\x21-\x7e]{1,500}) *$/i.exec(request.headers.get("authorization") ?? "");
  return match?.[1] ?? null;
}

/** A valid token by its secret. @throws Unauthenticated. */
export async function requireToken(secret: string | null): Promise<Token> {
  if (!secret) throw new Unauthenticated("Send your key as `Authorization: Bearer <key>`.");
  const token = await findToken(secret);
  if (!token) throw new Unauthenticated(refused);
  return token;
}

/**
 * The caller behind a bearer key of one location: the key itself, or the user whose token it is.
 * @throws Unauthenticated when the key is not valid there.
 */
export async function callerOfToken(token: Token, locationId = token.locationId): Promise<Caller> {
  const location = locationId ? await findLocation(locationId) : null;
  if (!location || location.companyId !== token.companyId) throw new Unauthenticated(refused);
  const actor = token.userId
    ? await findMember(token.userId, location.id)
    : ({ type: "key", id: token.id, name: token.name, opensCompany: token.locationId === null } as const);
  if (!actor) throw new Unauthenticated(refused);
  return { actor, location, limitSubject: `${token.id}:${location.id}` };
}

/** Two keys that name a caller together: a location's own, and that of a user. */
export type KeyPair = { locationKey: string | null; userToken: string | null };

/**
 * The user whose token it is, at the location whose key it is: an active member of it.
 * @throws Unauthenticated when one of the two is missing or not valid, or they do not go together.
 */
export async function keyPairCaller({ locationKey, userToken }: KeyPair): Promise<Caller> {
  if (!locationKey) throw new Unauthenticated("Send the location's key as `apikey: <key>`.");
  const [place, person] = await Promise.all([requireToken(locationKey), requireToken(userToken)]);
  const opensIt = person.locationId === null || person.locationId === place.locationId;
  if (place.kind !== "location_key" || person.userId === null || !opensIt) throw new Unauthenticated(refused);
  return callerOfToken(person, place.locationId);
}

/**
 * The caller of a request that carries a bearer key of a location. Tokens of integrations are refused:
 * only the API that knows their scopes takes them.
 * @throws Unauthenticated.
 */
export async function bearerCaller(request: Request): Promise<Caller> {
  const token = await requireToken(bearerSecret(request));
  if (token.kind === "private_integration") {
    throw new Unauthenticated("This is the token of a private integration. Send a key of the location, or your own.");
  }
  return callerOfToken(token);
}

/**
 * The caller behind the token of a private integration, at its location; for one of a company, at
 * `locationId`, else at the first of its locations.
 * @throws Unauthenticated.
 */
export async function integrationCaller(secret: string | null, locationId: string | null): Promise<Caller> {
  const token = await requireToken(secret);
  if (token.kind !== "private_integration") throw new Unauthenticated(refused);
  const resource = token.locationId === null ? "company" : "location";
  const place = token.locationId ?? locationId ?? (await findFirstLocation(token.companyId))?.id;
  return { ...(await callerOfToken(token, place ?? null)), grant: { scopes: token.scopes, resource } };
}
