import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Caller } from "@/lib/access/callers";
import type { Context } from "@/lib/access/context";
import { Forbidden, Unauthenticated } from "@/lib/access/errors";
import { sessionCaller } from "@/lib/access/session-caller";
import { localPath, paths } from "@/lib/client/paths";
import { newId } from "@/lib/kit/id";

/**
 * Who looks at this page, checked against the database once a request. Without a live session the
 * way leads to sign-in and back; null when the person is a member of no location.
 */
export const signedInCaller = cache(async (): Promise<Caller | null> => {
  const given = await headers();
  try {
    const named = ["cookie", "accept-language"].map((name): [string, string] => [name, given.get(name) ?? ""]);
    return await sessionCaller(new Request("http://localhost/", { headers: named }));
  } catch (error) {
    if (error instanceof Unauthenticated) {
      const path = localPath(given.get("x-path"));
      redirect(paths.signIn(path === "/" ? undefined : path));
    }
    if (error instanceof Forbidden) return null;
    throw error;
  }
});

/** What an endpoint's `call` needs to fetch for this page; null when the person is a member of no location. */
export const pageContext = cache(async (): Promise<Context | null> => {
  const caller = await signedInCaller();
  return caller && { actor: caller.actor, location: caller.location, now: new Date(), requestId: newId() };
});
