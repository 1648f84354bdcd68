import { z } from "zod";

const locationId = z.string();

/** What a job is given, and how often it is tried. Tries are e, e², e³ ... seconds apart, at most 6 hours. */
type JobKind = { payload: z.ZodType<object>; attempts: number };

/**
 * Every job there is, by the name it has in the queue. What a location's job does is written in
 * lib/worker/handlers.ts; each must be able to run twice without a second effect.
 */
export const jobKinds = {
  /** Sends one mail of the outbox. Tried for about three days. */
  send_mail: { payload: z.object({ locationId, mailId: z.string() }), attempts: 22 },
} as const satisfies Record<string, JobKind>;

export type JobName = keyof typeof jobKinds;

export type JobPayload<Name extends JobName> = z.output<(typeof jobKinds)[Name]["payload"]>;
