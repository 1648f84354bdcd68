import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, text, uniqueIndex } from "drizzle-orm/pg-core";
import { code, id, instant, madeAndChanged } from "./columns";
import { contacts } from "./contacts";
import { members } from "./members";
import { opportunities } from "./opportunities";
import { tenantTable } from "./tenant-table";

/** What somebody can be told of (lib/notifications/model.ts says it in words). */
const notificationKinds = ["assigned", "mentioned", "task_due"] as const;

/**
 * What somebody was told of: written with the event that it tells about, by the statement that writes
 * the event. It holds no words of the record: those are read with it, as the person may read them then.
 */
export const notifications = tenantTable(
  "notifications",
  {
    userId: id().notNull(),
    kind: text({ enum: notificationKinds }).notNull(),
    /** What is told of as one, such as a bulk change: equal keys are one row, which counts. */
    gatheredAs: code().notNull(),
    /** How many records it is about; with more than one none of them is named, with none it was withdrawn. */
    count: integer().notNull(),
    /** Who did it; null where nobody did, as with a task that falls due. */
    actorName: text(),
    subjectType: text({ enum: ["lead", "task", "note"] }).notNull(),
    subjectId: id(),
    contactId: id(),
    opportunityId: id(),
    inApp: boolean().notNull(),
    /** `waiting`: a job will write it into a mail. */
    mail: text({ enum: ["none", "waiting", "done"] }).notNull(),
    /** The mail of the outbox that it was written into, if it is there still. */
    mailId: id(),
    readAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("notifications_gathered").on(
      table.locationId,
      table.userId,
      table.kind,
      table.subjectType,
      table.gatheredAs,
    ),
    index("notifications_newest")
      .on(table.locationId, table.userId, sql`id desc`)
      .where(sql`in_app`),
    index("notifications_unread")
      .on(table.locationId, table.userId, table.id)
      .where(sql`in_app and read_at is null`),
    index("notifications_to_mail")
      .on(table.locationId, table.userId)
      .where(sql`mail = 'waiting'`),
    index("notifications_of_mail")
      .on(table.locationId, table.mailId)
      .where(sql`mail_id is not null`),
    index("notifications_of_contact").on(table.locationId, table.contactId),
    index("notifications_of_opportunity").on(table.locationId, table.opportunityId),
    foreignKey({
      name: "notifications_user",
      columns: [table.locationId, table.userId],
      foreignColumns: [members.locationId, members.userId],
    }).onDelete("cascade"),
    foreignKey({
      name: "notifications_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "notifications_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
  ],
);

/** How somebody wants to be told of something in a location, where it is not as usual: in the app, and not by mail. */
export const notificationPreferences = tenantTable(
  "notification_preferences",
  {
    userId: id().notNull(),
    kind: text({ enum: notificationKinds }).notNull(),
    inApp: boolean().notNull(),
    byMail: boolean().notNull(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("notification_preferences_kind").on(table.locationId, table.userId, table.kind),
    foreignKey({
      name: "notification_preferences_user",
      columns: [table.locationId, table.userId],
      foreignColumns: [members.locationId, members.userId],
    }).onDelete("cascade"),
  ],
);
