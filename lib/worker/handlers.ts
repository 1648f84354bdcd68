import type { Context } from "@/lib/access/context";
import { runBulk } from "@/lib/bulk/run-bulk";
import { deleteUnusedFile } from "@/lib/files/delete-unused-file";
import { runImport } from "@/lib/imports/run-import";
import { runUndo } from "@/lib/imports/run-undo";
import type { JobName, JobPayload } from "@/lib/jobs/catalogue";
import { sendMail } from "@/lib/mail/send-mail";
import { mailNotifications } from "@/lib/notifications/mail-notifications";
import type { MailDriver } from "@/lib/providers/mail/driver";
import { runExport } from "@/lib/transfer/run-export";
import { runLocationImport } from "@/lib/transfer/run-location-import";

/** One try of a job of a location. */
export type Attempt = {
  /** The worker that runs it. */
  workerId: string;
  isLast: boolean;
  /** Says that the worker is about to end: who can go on later, does. */
  signal?: AbortSignal;
};

/** What jobs need of the world outside. */
export type Drivers = { mail: MailDriver | null };

type Handler<Name extends JobName> = (
  context: Context,
  payload: JobPayload<Name>,
  attempt: Attempt,
  drivers: Drivers,
) => Promise<void>;

/** What each job does. Each may run twice without a second effect. */
export const handlers: { [Name in JobName]: Handler<Name> } = {
  send_mail: (context, { mailId }, attempt, { mail }) => sendMail(context, mailId, { ...attempt, driver: mail }),
  mail_notifications: (context, { userId }) => mailNotifications(context, userId),
  run_bulk_change: (context, { bulkId }) => runBulk(context, bulkId),
  run_import: (context, { importId }, attempt) => runImport(context, importId, attempt),
  undo_import: (context, { importId }, { signal }) => runUndo(context, importId, signal),
  export_location: (context, { exportId }, attempt) => runExport(context, exportId, attempt),
  import_location: (context, { importId }, attempt) => runLocationImport(context, importId, attempt),
  delete_unused_file: (context, { storageKey }) => deleteUnusedFile(context, storageKey),
};
