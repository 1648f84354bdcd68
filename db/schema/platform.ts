import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, pgPolicy, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { code, id, instant, madeAndChanged } from "./columns";
import { contacts } from "./contacts";
import { appRole, systemRole, tenantTable } from "./tenant-table";

/** Mail to send. Written in the transaction of what it tells about, sent by a job, shown in Settings. */
export const outboxMail = tenantTable(
  "outbox_mail",
  {
    toAddress: text().notNull(),
    toName: text(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    /** Holds a secret, such as a link that signs in: administrators alone may read it, and it is emptied once sent. */
    confidential: boolean().notNull().default(false),
    contactId: id(),
    /** What it tells about: equal keys are sent once. */
    dedupeKey: code().notNull(),
    /** `kept`: no SMTP is set, so it stays to be read here. `withdrawn`: what it tells of was undone before it went. */
    status: text({ enum: ["waiting", "sent", "kept", "failed", "withdrawn"] })
      .notNull()
      .default("waiting"),
    attempts: integer().notNull().default(0),
    lastError: text(),
    /** The Message-ID it goes out with, the same at every attempt. */
    messageId: text().notNull(),
    /** The worker that is sending it now. Means nothing once that worker is gone from `job_workers`. */
    claimedBy: id(),
    sentAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("outbox_mail_dedupe").on(table.locationId, table.dedupeKey),
    index("outbox_mail_newest").on(table.locationId, sql`id desc`),
    index("outbox_mail_status").on(table.locationId, table.status, sql`id desc`),
    index("outbox_mail_waiting")
      .on(table.locationId, table.id)
      .where(sql`status = 'waiting'`),
    foreignKey({
      name: "outbox_mail_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
  ],
);

/** The answer a POST with an Idempotency-Key was given, to be given again. Kept for a day. */
export const idempotencyKeys = tenantTable(
  "idempotency_keys",
  {
    /** Caller and key as sent. */
    key: code().notNull(),
    /** SHA-256 over method, path and body: another body under the same key is refused. */
    requestHash: code().notNull(),
    status: integer(),
    /** Sealed JSON (lib/access/seal): it may show a new secret. Null where the answer had no body. */
    answer: text(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("idempotency_keys_key").on(table.locationId, table.key),
    index("idempotency_keys_created").on(table.locationId, table.createdAt),
  ],
);

/**
 * The processes that run jobs now. Each holds an advisory lock for as long as it lives, and says now
 * and then that it does; what a worker claimed is free again when its row is gone.
 */
export const jobWorkers = pgTable(
  "job_workers",
  {
    id: id().primaryKey(),
    /** The name under which it locks jobs in the queue. */
    lockedBy: code().notNull(),
    /** Its advisory lock is (7501003, this number). */
    lockNumber: integer().notNull(),
    startedAt: instant().notNull().defaultNow(),
    lastSeenAt: instant().notNull().defaultNow(),
  },
  () => [
    pgPolicy("job_workers_seen", { for: "select", to: appRole, using: sql`true` }),
    pgPolicy("job_workers_system", { to: systemRole, using: sql`true`, withCheck: sql`true` }),
  ],
).enableRLS();
