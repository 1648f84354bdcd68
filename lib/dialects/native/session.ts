import { z } from "zod";
import { type Context, userIdOf } from "@/lib/access/context";
import { Precondition } from "@/lib/access/errors";
import type { OpenSession } from "@/lib/users/list-sessions";
import { asOf, id, time } from "./fields";

export const LocationsAnswer = z.object({
  locations: z.array(z.object({ id: z.string(), name: z.string(), current: z.boolean() })),
});

export const SwitchLocationBody = z.object({ locationId: id });

export const SessionPath = z.object({ sessionId: id });

export const SessionsAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  sessions: z.array(
    z.object({
      id: z.string(),
      current: z.boolean(),
      userAgent: z.string().nullable(),
      address: z.string().nullable(),
      startedAt: time,
      lastSeenAt: time,
    }),
  ),
});

export const EndSessionsBody = z.object({
  keepThis: z.boolean().default(false).describe("Whether the session that asks goes on."),
});
export const EndSessionsAnswer = z.object({ ended: z.int() });

/** The answer of what has nothing to say but that it is done. */
export const Done = z.object({ done: z.literal(true) });

export type LocationsAnswer = z.infer<typeof LocationsAnswer>;
export type SessionsAnswer = z.infer<typeof SessionsAnswer>;

/** The person and the browser session they act through. @throws Precondition for keys, which have neither. */
export function requireSession(context: Context): { userId: string; sessionId: string } {
  const { actor } = context;
  if (actor.type === "user" && actor.sessionId) return { userId: actor.id, sessionId: actor.sessionId };
  throw new Precondition("session", "Only a signed-in browser has a session. Sign in to do this.");
}

/** The person who calls. @throws Precondition for keys that speak for nobody. */
export function requireUser(context: Context): string {
  const userId = userIdOf(context);
  if (userId) return userId;
  throw new Precondition("user", "This key speaks for a location and no person. Sign in, or use a person's token.");
}

/** The browsers that somebody is signed in with, as the wire shows them. */
export const printSessions = (sessions: OpenSession[], context: Context): SessionsAnswer => ({
  ...asOf(context),
  sessions: sessions.map(({ createdAt, lastSeenAt, ...session }) => ({
    ...session,
    current: context.actor.type === "user" && context.actor.sessionId === session.id,
    startedAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  })),
});
