import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, madeAndChanged, rowNumber } from "./columns";
import { contacts } from "./contacts";
import { members } from "./members";
import { opportunities } from "./opportunities";
import { tenantTable } from "./tenant-table";

export const calendars = tenantTable(
  "calendars",
  {
    number: rowNumber(),
    name: text().notNull(),
    description: text(),
    /** IANA zone; null means the location's. */
    timeZone: text(),
    /** `#rrggbb`, chosen by people. */
    color: text().notNull(),
    isDefault: boolean().notNull().default(false),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("calendars_number").on(table.locationId, table.number),
    uniqueIndex("calendars_default")
      .on(table.locationId)
      .where(sql`is_default`),
  ],
);

/**
 * A booked slot, from `startsAt` up to and without `endsAt`. Two that hold time of one host can not
 * overlap: the exclusion constraint `appointments_no_double_booking` says so.
 */
export const appointments = tenantTable(
  "appointments",
  {
    number: rowNumber(),
    calendarId: id().notNull(),
    contactId: id().notNull(),
    opportunityId: id(),
    /** The user whose time it takes. */
    hostId: id(),
    note: text().notNull().default(""),
    status: text({ enum: ["new", "confirmed", "rescheduled", "cancelled", "showed", "noshow", "invalid"] }).notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** The IANA zone it was made in. */
    timeZone: text().notNull(),
    /** A dialect's explicit override: booked over what was there, and exempt from the constraint. */
    overridesConflicts: boolean().notNull().default(false),
    createdById: id(),
    deletedAt: instant(),
    version: integer().notNull().default(1),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("appointments_number").on(table.locationId, table.number),
    index("appointments_start").on(table.locationId, table.startsAt),
    index("appointments_of_host").on(table.locationId, table.hostId, table.startsAt),
    index("appointments_of_contact").on(table.locationId, table.contactId, table.startsAt),
    index("appointments_deleted")
      .on(table.locationId, table.deletedAt)
      .where(sql`deleted_at is not null`),
    index("appointments_of_opportunity").on(table.locationId, table.opportunityId, table.startsAt),
    foreignKey({
      name: "appointments_calendar",
      columns: [table.locationId, table.calendarId],
      foreignColumns: [calendars.locationId, calendars.id],
    }),
    foreignKey({
      name: "appointments_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "appointments_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "appointments_host",
      columns: [table.locationId, table.hostId],
      foreignColumns: [members.locationId, members.userId],
    }),
    foreignKey({
      name: "appointments_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
);

/**
 * Whom an appointment about a lead concerns: its host, and those who made, own or follow the lead. In the
 * order of their days, which no index of appointments has: it would need to know the lead's people.
 * Triggers keep it as the view `concerned_users` says.
 */
export const appointmentConcerns = tenantTable(
  "appointment_concerns",
  {
    appointmentId: id().notNull(),
    userId: id().notNull(),
    startsAt: instant().notNull(),
    /** Whether they host it: then it concerns them even when the lead is deleted. */
    isHost: boolean().notNull(),
  },
  (table) => [
    uniqueIndex("appointment_concerns_user").on(table.locationId, table.appointmentId, table.userId),
    index("appointment_concerns_start").on(
      table.locationId,
      table.userId,
      table.startsAt,
      table.appointmentId,
      table.isHost,
    ),
    foreignKey({
      name: "appointment_concerns_appointment",
      columns: [table.locationId, table.appointmentId],
      foreignColumns: [appointments.locationId, appointments.id],
    }).onDelete("cascade"),
  ],
);
