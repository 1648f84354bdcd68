import type { NextAuthOptions, Profile } from "next-auth";
import type { JWT } from "next-auth/jwt";
import credentials from "next-auth/providers/credentials";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { authSecret } from "@/lib/access/auth-secret";
import { LimitReached } from "@/lib/access/errors";
import { findSession } from "@/lib/access/identity";
import { environment } from "@/lib/config/environment";
import { log } from "@/lib/http/log";
import { endSession } from "@/lib/users/end-session";
import { findProviderUser } from "@/lib/users/find-provider-user";
import { sessionDays, startSession } from "@/lib/users/start-session";
import { verifyPassword } from "@/lib/users/verify-password";
import { type SecondFactorOutcome, verifySecondFactor } from "@/lib/users/verify-second-factor";

/** From where, and with what, somebody signs in. */
type Browser = { address: string | null; userAgent: string | null };

type SignedIn = { id: string; companyId: string; name: string };
/** Some providers send the flag as a word. */
type Claims = Profile & { email_verified?: boolean | "true" | "false" };

/** How next-auth works here: it seals the id of a session of ours into a cookie, and nothing else of worth. */
export const authOptions = (browser: Browser): NextAuthOptions => ({
  secret: authSecret(),
  session: { strategy: "jwt", maxAge: sessionDays * 86_400 },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [passwordProvider(browser), ...identityProvider()],
  callbacks: {
    signIn: async ({ user, account, profile }) => {
      if (account?.provider !== "oidc") return true;
      if (!isVerified(profile)) return "/sign-in?error=unverified";
      return (await accountOfProvider(user.email, profile)) ? true : "/sign-in?error=unknown";
    },
    jwt: async ({ token, user, account, profile }) => {
      if (!account) return token;
      // The credentials provider below answers users of this shape.
      const signedIn = account.provider === "oidc" ? await accountOfProvider(user.email, profile) : (user as SignedIn);
      if (!signedIn) throw new Error("Nobody here has this account.");
      const sid = await startSession({
        userId: signedIn.id,
        companyId: signedIn.companyId,
        ...browser,
        now: new Date(),
      });
      return { sid, sub: signedIn.id };
    },
    session: async ({ session, token }) => {
      const live = await findSession(sessionIdOf(token) ?? "");
      return { expires: session.expires, user: live ? { name: token.sub } : undefined };
    },
  },
  events: {
    signOut: async ({ token }) => {
      const sessionId = sessionIdOf(token);
      // The session may have been ended elsewhere meanwhile: signed out is signed out.
      if (sessionId && token.sub) await endSession({ userId: token.sub, sessionId, now: new Date() }).catch(() => {});
    },
  },
  logger: {
    error: (code, details) => {
      // What a provider answers comes as a word, such as access_denied.
      const cause: unknown = details instanceof Error ? details : details.error;
      log.warn({ code, details: cause instanceof Error ? cause.message : String(cause) }, "sign-in");
    },
    warn: () => {},
    debug: () => {},
  },
});

const sessionIdOf = (token: JWT): string | null => (typeof token.sid === "string" ? token.sid : null);

const passwordProvider = ({ address }: Browser) =>
  credentials({
    credentials: { identifier: {}, password: {}, code: {} },
    authorize: async (given) => {
      let outcome: SecondFactorOutcome;
      let user: Awaited<ReturnType<typeof verifyPassword>>;
      try {
        const identifier = String(given?.identifier ?? "");
        const password = String(given?.password ?? "");
        user = await verifyPassword({ identifier, password, address, now: new Date() });
        if (!user) return null;
        const code = String(given?.code ?? "");
        outcome = await verifySecondFactor({ userId: user.userId, code, address, now: new Date() });
      } catch (error) {
        if (error instanceof LimitReached) throw new Error("throttled", { cause: error });
        log.error({ err: error }, "sign-in failed");
        throw new Error("unavailable", { cause: error });
      }
      // The screen then asks for the code, or for another one.
      if (outcome === "missing" || outcome === "wrong") throw new Error(`code_${outcome}`);
      return { id: user.userId, companyId: user.companyId, name: user.name };
    },
  });

/** The identity provider of the installation, where one is configured. */
function identityProvider(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = environment;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) return [];
  return [
    {
      id: "oidc",
      name: "Single sign-on",
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      // A token may hold no more than who it is: the address is then asked for.
      userinfo: {
        request: async ({ tokens, client }) => {
          // It is openid-client's own set of tokens, which next-auth types as what it is made from.
          const set = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>;
          const claims = set.claims();
          return claims.email ? claims : { ...claims, ...(await client.userinfo(set)) };
        },
      },
      checks: ["pkce", "state", "nonce"],
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      client: OIDC_CLIENT_SECRET ? undefined : { token_endpoint_auth_method: "none" },
      profile: ({ sub, name, email }) => ({ id: sub ?? "", name, email }),
    },
  ];
}

/** Whether the address is theirs: the provider says so, or is trusted with every address it names. */
const isVerified = (claims: Claims | undefined): boolean =>
  String(claims?.email_verified ?? environment.OIDC_TRUST_EMAIL) === "true";

/** The user here whom the provider's claims are about. An address that is not verified proves nothing. */
async function accountOfProvider(
  email: string | null | undefined,
  claims: Claims | undefined,
): Promise<SignedIn | null> {
  if (!email || !isVerified(claims)) return null;
  const user = await findProviderUser(email);
  return user && { id: user.userId, companyId: user.companyId, name: user.name };
}
