import { environment } from "@/lib/config/environment";

/**
 * The URL of a request as its caller knows it: below APP_URL where that is set, else at the host the
 * request came to (which the server finds out, behind a trusted proxy as well).
 */
export function publicUrl(request: Request): URL {
  const url = new URL(request.url);
  if (!environment.APP_URL) return url;
  const base = new URL(environment.APP_URL);
  return new URL(base.pathname.replace(/\/$/, "") + url.pathname + url.search, base.origin);
}
