import { Unavailable } from "@/lib/access/errors";
import { environment } from "@/lib/config/environment";

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

/** The origin that links begin with in mail that `request` asks for. @throws Unavailable when no safe one is known. */
export function requestLinkOrigin({ headers, url }: Request): string {
  const settings = { appUrl: environment.APP_URL, sendsMail: Boolean(environment.SMTP_URL) };
  const protocol = headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  const origin = linkOrigin(settings, headers.get("host") ?? new URL(url).host, protocol);
  if (!origin)
    throw new Unavailable("Links can not be mailed from here: whoever runs this installation has to set APP_URL.");
  return origin;
}
