import { decode } from "next-auth/jwt";
import { environment } from "@/lib/config/environment";
import { acceptedLocale } from "@/lib/kit/locale";
import { authSecret } from "./auth-secret";
import type { Caller } from "./callers";
import { Forbidden, Unauthenticated } from "./errors";
import { findLocation, findMember, findMembership, findSession, type Session } from "./identity";

const cookieNames = ["__Secure-next-auth.session-token", "next-auth.session-token"];

/** The value of the session cookie, put together again where the browser keeps it in parts; null when there is none. */
function sessionCookie(request: Request): string | null {
  const cookies = new Map(
    (request.headers.get("cookie") ?? "")
      .split(/; */)
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );
  for (const name of cookieNames) {
    const whole = cookies.get(name);
    if (whole) return whole;
    const parts = Array.from({ length: 8 }, (_, part) => cookies.get(`${name}.${part}`) ?? "");
    if (parts[0]) return parts.join("");
  }
  return null;
}

/** Whether the request carries a session cookie at all. */
export const hasSessionCookie = (request: Request): boolean => sessionCookie(request) !== null;

/** The live session of a sealed cookie: its seal is checked, then its row. Null when it ended or never was. */
export async function sessionOfCookie(sealed: string): Promise<Session | null> {
  const claims = await decode({ token: sealed, secret: authSecret() }).catch(() => null);
  return typeof claims?.sid === "string" ? findSession(claims.sid) : null;
}

/**
 * The caller behind a browser's session, in the location they last chose (or `x-leadwright-location`,
 * for a tab that stays with its own).
 * @throws Unauthenticated without a live session; Forbidden when another site sent the request, or
 * when the user is no member of any location.
 */
export async function sessionCaller(request: Request): Promise<Caller> {
  const sealed = sessionCookie(request);
  const session = sealed ? await sessionOfCookie(sealed) : null;
  if (!session) throw new Unauthenticated("Your session has ended. Sign in again.");
  refuseOtherSites(request);
  const caller = await callerOfSession(session, request.headers.get("x-leadwright-location"));
  if (!caller)
    throw new Forbidden("no_location", "You are not a member of this location. Ask an administrator to add you.");
  if (caller.actor.type !== "user" || caller.actor.locale !== null) return caller;
  return { ...caller, actor: { ...caller.actor, locale: acceptedLocale(request.headers.get("accept-language")) } };
}

/** The session's user in `locationId`, else in the location the session is in, else in the first they belong to. */
export async function callerOfSession(session: Session, locationId: string | null = null): Promise<Caller | null> {
  const chosen = locationId ?? session.locationId ?? (await findMembership(session.userId))?.locationId ?? null;
  const [location, actor] = chosen
    ? await Promise.all([findLocation(chosen), findMember(session.userId, chosen)])
    : [null, null];
  if (location && actor)
    return { actor: { ...actor, sessionId: session.id }, location, limitSubject: `session:${session.id}` };
  if (locationId || !session.locationId) return null;
  // The location they were in is no longer theirs.
  return callerOfSession({ ...session, locationId: null });
}

/** Cookies travel with what other sites send as well: a request that changes something must come from ours. */
function refuseOtherSites(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("origin");
  const ours = new Set([request.headers.get("host"), environment.APP_URL && new URL(environment.APP_URL).host]);
  const foreign =
    request.headers.get("sec-fetch-site") === "cross-site" || (origin !== null && !ours.has(hostOf(origin)));
  if (foreign) throw new Forbidden("other_site", "This request came from another site and was not carried out.");
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);
