import { z } from "zod";

/** What a job of a location is given, and how often it is tried: e, e², e³ ... seconds apart, at most 6 hours. */
type JobKind = { payload: z.ZodType<{ locationId: string }>; attempts: number };

const locationId = z.string();

/**
 * Every job there is, by the name it has in the queue. What it does is written in lib/worker/handlers.ts;
 * each may be run twice, by two workers at once or after a crash, without a second effect.
 */
export const jobKinds = {
  /** Sends one mail of the outbox. Tried for about three days. */
  send_mail: { payload: z.object({ locationId, mailId: z.string() }), attempts: 22 },
  /** Writes what somebody is to be told by mail into one mail. */
  mail_notifications: { payload: z.object({ locationId, userId: z.string() }), attempts: 22 },
  /** Changes many leads, batch by batch, or undoes that. */
  run_bulk_change: { payload: z.object({ locationId, bulkId: z.string() }), attempts: 25 },
  /** Deletes the bytes of a file that no attachment refers to. */
  delete_unused_file: { payload: z.object({ locationId, storageKey: z.string() }), attempts: 25 },
  /** Writes the rows of an import that are not written yet. */
  run_import: { payload: z.object({ locationId, importId: z.string() }), attempts: 25 },
  /** Takes back what an import did. */
  undo_import: { payload: z.object({ locationId, importId: z.string() }), attempts: 25 },
  /** Writes a whole location into a file. */
  export_location: { payload: z.object({ locationId, exportId: z.string() }), attempts: 5 },
  /** Reads such a file into a location. */
  import_location: { payload: z.object({ locationId, importId: z.string() }), attempts: 5 },
} as const satisfies Record<string, JobKind>;

export type JobName = keyof typeof jobKinds;

export type JobPayload<Name extends JobName> = z.output<(typeof jobKinds)[Name]["payload"]>;
