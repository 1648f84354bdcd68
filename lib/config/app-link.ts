import { environment } from "./environment";

/** The link to a page of this installation for mail, which no request is there to ask: below APP_URL, else on this machine. */
export function appLink(path: string): string {
  const base = new URL(environment.APP_URL ?? `http://localhost:${environment.PORT}`);
  return base.origin + base.pathname.replace(/\/$/, "") + path;
}
