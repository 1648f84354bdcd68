import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Caller } from "@/lib/access/callers";
import { type Context, localeOf } from "@/lib/access/context";
import { Forbidden, Unauthenticated } from "@/lib/access/errors";
import { sessionCaller } from "@/lib/access/session-caller";
import { localPath, paths } from "@/lib/client/paths";
import { newId } from "@/lib/kit/id";
import { acceptedLocale, usualLocale, writePageIn } from "@/lib/kit/locale";

const findCaller = cache(async (): Promise<Caller> => {
  const given = await headers();
  const named = ["cookie", "accept-language"].map((name): [string, string] => [name, given.get(name) ?? ""]);
  return sessionCaller(new Request("http://localhost/", { headers: named }));
});

/**
 * Who looks at this page, checked against the database once a request. Without a live session the
 * way leads to sign-in and back; null when the person is a member of no location.
 */
export const signedInCaller = cache(async (): Promise<Caller | null> => {
  try {
    return await findCaller();
  } catch (error) {
    if (error instanceof Unauthenticated) {
      const path = localPath((await headers()).get("x-path"));
      redirect(paths.signIn(path === "/" ? undefined : path));
    }
    if (error instanceof Forbidden) return null;
    throw error;
  }
});

/** What an endpoint's `call` needs to fetch for this page; null when the person is a member of no location. */
export const pageContext = cache(async (): Promise<Context | null> => {
  const [caller] = await Promise.all([signedInCaller(), pageLocale()]);
  return caller && { actor: caller.actor, location: caller.location, now: new Date(), requestId: newId() };
});

/**
 * By whose customs, and in whose words, this page is written: those of the person who is signed in, else
 * those their browser asks for. Whatever reads words on the server waits for it, or for `pageContext`.
 */
export const pageLocale = cache(async (): Promise<string> => {
  const caller = await findCaller().catch(() => null);
  return writePageIn(
    caller ? localeOf(caller) : (acceptedLocale((await headers()).get("accept-language")) ?? usualLocale),
  );
});

/** The metadata of a page whose title is `title()` in the words of whoever looks at it; with `more` of it. */
export const titled =
  (title: () => string, more: Metadata = {}) =>
  async (): Promise<Metadata> => {
    await pageLocale();
    return { ...more, title: title() };
  };
