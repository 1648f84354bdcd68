import { api, FailedRequest, unreachable } from "./api";
import { messages } from "./messages";

/** Where the sign-in service answers. */
const authPath = "/api/auth";

/** Why somebody was not signed in; `code_missing` and `code_wrong` want a code of their authenticator app. */
type SignInRefusal = "credentials" | "code_missing" | "code_wrong" | "throttled" | "unavailable";
type SignInOutcome = { ok: true } | { ok: false; reason: SignInRefusal };

const refusals: Record<string, SignInRefusal> = {
  CredentialsSignin: "credentials",
  code_missing: "code_missing",
  code_wrong: "code_wrong",
  throttled: "throttled",
};

/**
 * Signs in with a username or email, a password and, where the person has an authenticator app, a code
 * of it. A wrong one is an outcome, not an error.
 */
export async function signIn(identifier: string, password: string, code = ""): Promise<SignInOutcome> {
  const answer = await authRequest("/callback/credentials", { identifier, password, code });
  const reason = new URL(answer.url, window.location.origin).searchParams.get("error");
  return reason === null ? { ok: true } : { ok: false, reason: refusals[reason] ?? "unavailable" };
}

/** Goes to the identity provider of the installation, and from there to `returnTo`. */
export async function signInWithProvider(returnTo: string): Promise<void> {
  const { url } = await authRequest("/signin/oidc", { callbackUrl: returnTo });
  window.location.assign(url);
}

/** Ends this browser's session. */
export async function signOut(): Promise<void> {
  await authRequest("/signout", {});
}

/** Makes another location the one that the screens are about. */
export async function switchLocation(locationId: string): Promise<void> {
  await api("/api/app/session/location", { method: "PUT", body: { locationId } });
}

async function authRequest(path: string, fields: Record<string, string>): Promise<{ url: string }> {
  const { csrfToken } = await json<{ csrfToken: string }>(await send(`${authPath}/csrf`));
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  return json<{ url: string }>(await send(authPath + path, { method: "POST", body }));
}

async function send(path: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    throw unreachable(cause);
  }
}

/** The sign-in service answers wrong credentials with 401 and a body of the same shape. */
async function json<Answer>(response: Response): Promise<Answer> {
  const body: unknown = await response.json().catch(() => null);
  if (body === null || (!response.ok && response.status !== 401)) {
    throw new FailedRequest(response.status, messages.unexplained, null);
  }
  // The sign-in service is next-auth, which answers these two paths so.
  return body as Answer;
}

/** Asks for a mail with a link to set a new password. */
export async function requestPasswordReset(identifier: string): Promise<void> {
  await api(`${authPath}/forgot-password`, { method: "POST", body: { identifier } });
}

/** Sets a new password with the secret of a mailed link. */
export async function setPassword(token: string, password: string): Promise<void> {
  await api(`${authPath}/set-password`, { method: "POST", body: { token, password } });
}
