/** What decides where a mailed link may lead. */
export type LinkSettings = { appUrl: string | undefined; sendsMail: boolean };

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/**
 * The origin that mailed links begin with: APP_URL, else the host of the request where nobody else
 * can have chosen it. A Host header is easily forged, and a link that leads to a stranger's host
 * hands them the password; so mail that really goes out needs APP_URL, unless all of it is local.
 * Null when no safe origin is known.
 */
export function linkOrigin(
  { appUrl, sendsMail }: LinkSettings,
  host: string | null,
  protocol: "http" | "https",
): string | null {
  if (appUrl) return new URL(appUrl).origin;
  if (!host || (sendsMail && !loopback.test(host))) return null;
  return URL.canParse(`${protocol}://${host}`) ? new URL(`${protocol}://${host}`).origin : null;
}
