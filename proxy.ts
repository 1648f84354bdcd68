import { type NextRequest, NextResponse } from "next/server";
import { paths } from "@/lib/client/paths";
import { environment } from "@/lib/config/environment";
import { contentSecurityPolicy, securityHeaders } from "@/lib/http/security-headers";

/** Pages for people who are not signed in. */
const open = /^\/(sign-in|forgot-password|set-password|docs)(\/|$)/;

/**
 * Comes before every page: a new nonce and a strict policy for what it may run, and the way to
 * sign-in for those without a session cookie. Whether the session is live, the page itself asks.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!open.test(pathname) && !pathname.startsWith("/api/") && !hasSessionCookie(request)) {
    const returnTo = pathname === "/" ? undefined : pathname + search;
    return NextResponse.redirect(new URL(paths.signIn(returnTo), request.nextUrl));
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy({
    nonce,
    isReference: pathname.startsWith("/docs"),
    isDevelopment: environment.NODE_ENV === "development",
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", pathname + search);
  // Next puts the nonce of this header on its own scripts.
  headers.set("content-security-policy", policy);
  if (!environment.TRUST_PROXY) headers.set("x-forwarded-host", headers.get("host") ?? "");
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of securityHeaders()) response.headers.set(name, value);
  return response;
}

const hasSessionCookie = (request: NextRequest): boolean =>
  request.cookies.getAll().some(({ name }) => /^(__Secure-)?next-auth\.session-token(\.0)?$/.test(name));

/** The API has its own rules; files that do not change need none. */
export const config = { matcher: ["/((?!api/(?!auth/)|_next/static/|_next/image|icon.svg|mark.svg|favicon.ico).*)"] };
