import { sql } from "drizzle-orm";
import { bigint, boolean, foreignKey, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core";
import { code, id, instant, jsonValue, madeAndChanged, minorUnits, rowNumber } from "./columns";
import { businesses, clients, contacts } from "./contacts";
import { members } from "./members";
import { opportunities } from "./opportunities";
import { tenantTable } from "./tenant-table";

/** Something written down about a contact and, where known, one of its opportunities. A lead API's comment is one. */
export const notes = tenantTable(
  "notes",
  {
    number: rowNumber(),
    contactId: id().notNull(),
    opportunityId: id(),
    /** A heading, and a colour as a program names it; people write notes without. */
    title: text(),
    color: text(),
    body: text().notNull(),
    createdById: id(),
    /** Who wrote it, where no user did: the name of the location's key. */
    authorName: text(),
    /** Kept above the others since then; null when it is not. */
    pinnedAt: instant(),
    /** The users it names; in the text each stands as `@` and their name. */
    mentionedIds: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    deletedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("notes_number").on(table.locationId, table.number),
    index("notes_of_contact").on(table.locationId, table.contactId, table.id),
    index("notes_deleted")
      .on(table.locationId, table.deletedAt)
      .where(sql`deleted_at is not null`),
    index("notes_of_opportunity").on(table.locationId, table.opportunityId, table.id),
    foreignKey({
      name: "notes_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "notes_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "notes_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
);

/** A telephone call with a contact, as the person who made or took it wrote it down. */
export const calls = tenantTable(
  "calls",
  {
    number: rowNumber(),
    contactId: id().notNull(),
    opportunityId: id(),
    direction: text({ enum: ["outgoing", "incoming"] }).notNull(),
    outcome: text({ enum: ["reached", "no_answer", "busy", "voicemail", "wrong_number"] }).notNull(),
    calledAt: instant().notNull(),
    durationSeconds: integer(),
    /** What was said. */
    body: text().notNull().default(""),
    createdById: id(),
    /** Who wrote it, where no user did: the name of the location's key. */
    authorName: text(),
    deletedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("calls_number").on(table.locationId, table.number),
    index("calls_of_contact").on(table.locationId, table.contactId, table.calledAt),
    index("calls_of_opportunity").on(table.locationId, table.opportunityId, table.calledAt),
    index("calls_deleted")
      .on(table.locationId, table.deletedAt)
      .where(sql`deleted_at is not null`),
    foreignKey({
      name: "calls_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "calls_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "calls_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
);

/** How often a task comes back. */
export const taskRepeats = ["daily", "weekly", "monthly", "yearly"] as const;

export const tasks = tenantTable(
  "tasks",
  {
    number: rowNumber(),
    contactId: id().notNull(),
    opportunityId: id(),
    title: text().notNull(),
    body: text(),
    assignedToId: id(),
    dueAt: instant(),
    /** The next one is made when this one is done. */
    repeats: text({ enum: taskRepeats }),
    completedAt: instant(),
    /** The `dueAt` that the person it is given to was told of when it came. */
    toldDueAt: instant(),
    createdById: id(),
    deletedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("tasks_number").on(table.locationId, table.number),
    index("tasks_of_contact").on(table.locationId, table.contactId),
    index("tasks_deleted")
      .on(table.locationId, table.deletedAt)
      .where(sql`deleted_at is not null`),
    index("tasks_of_opportunity").on(table.locationId, table.opportunityId),
    index("tasks_open")
      .on(table.locationId, table.dueAt, table.id)
      .where(sql`completed_at is null and deleted_at is null`),
    index("tasks_done")
      .on(table.locationId, sql`completed_at desc`, sql`id desc`)
      .where(sql`completed_at is not null and deleted_at is null`),
    index("tasks_due")
      .on(table.locationId, table.assignedToId, table.dueAt)
      .where(sql`completed_at is null and deleted_at is null`),
    index("tasks_falling_due")
      .on(table.locationId, table.dueAt)
      .where(
        sql`completed_at is null and deleted_at is null and assigned_to_id is not null and told_due_at is distinct from due_at`,
      ),
    foreignKey({
      name: "tasks_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "tasks_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "tasks_assigned_to",
      columns: [table.locationId, table.assignedToId],
      foreignColumns: [members.locationId, members.userId],
    }),
    foreignKey({
      name: "tasks_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
);

/** A step to tick off, of a lead or of a task. */
export const checklistItems = tenantTable(
  "checklist_items",
  {
    number: rowNumber(),
    opportunityId: id(),
    taskId: id(),
    text: text().notNull(),
    position: integer().notNull(),
    completedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    index("checklist_items_of_opportunity").on(table.locationId, table.opportunityId),
    index("checklist_items_of_task").on(table.locationId, table.taskId),
    foreignKey({
      name: "checklist_items_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "checklist_items_task",
      columns: [table.locationId, table.taskId],
      foreignColumns: [tasks.locationId, tasks.id],
    }).onDelete("cascade"),
  ],
);

/** A file of a lead. Its bytes are in the storage driver under `storageKey`; two rows may share them. */
export const attachments = tenantTable(
  "attachments",
  {
    opportunityId: id().notNull(),
    fileName: text().notNull(),
    /** What the bytes were found to be, not what the sender said. */
    mediaType: text().notNull(),
    sizeBytes: bigint({ mode: "number" }).notNull(),
    sha256: code().notNull(),
    storageKey: code().notNull(),
    createdById: id(),
    deletedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    index("attachments_of_opportunity").on(table.locationId, table.opportunityId),
    index("attachments_deleted")
      .on(table.locationId, table.deletedAt)
      .where(sql`deleted_at is not null`),
    index("attachments_storage_key").on(table.locationId, table.storageKey),
    foreignKey({
      name: "attachments_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "attachments_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
);

const customFieldTypes = [
  "text",
  "large_text",
  "number",
  "money",
  "phone",
  "date",
  "time",
  "checkbox",
  "option",
  "radio",
  "options",
  "checkboxes",
  "text_list",
  "files",
  "signature",
] as const;

/** What a location adds to the schema. `fieldKey` is the name that programs send. */
export const customFields = tenantTable(
  "custom_fields",
  {
    recordType: text({ enum: ["lead", "contact"] }).notNull(),
    fieldKey: code().notNull(),
    name: text().notNull(),
    dataType: text({ enum: customFieldTypes }).notNull(),
    options: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    required: boolean().notNull().default(false),
    /** How forms ask for a value. */
    form: jsonb()
      .$type<{
        placeholder?: string;
        /** Endings of files, such as `.pdf`. */
        fileTypes?: string[];
        mostFiles?: number;
        /** What stands in the boxes of a list of texts before anything is written, by the box's name. */
        prefills?: Record<string, string>;
      }>()
      .notNull()
      .default({}),
    /** The heading it stands under on a record; null: under none. */
    folder: text(),
    position: integer().notNull().default(0),
    /** Its values are kept for as long as it can be restored. */
    deletedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("custom_fields_key")
      .on(table.locationId, table.recordType, table.fieldKey)
      .where(sql`deleted_at is null`),
  ],
);

/** The value of a custom field on one lead or contact. */
export const customValues = tenantTable(
  "custom_values",
  {
    customFieldId: id().notNull(),
    opportunityId: id(),
    contactId: id(),
    /** A JSON text, number, boolean or list of texts, as the field's data type says. */
    value: jsonValue().notNull(),
    /** The start of a value, lower-cased, and a number as text in its order: what filters compare, with leakproof operators. Parts are looked for in the value. */
    textValue: code().generatedAlwaysAs(sql`lower(left(value #>> '{}', 200))`),
    numberValue: code().generatedAlwaysAs(
      sql`case when jsonb_typeof(value) = 'number' then sortable_number((value #>> '{}')::numeric) end`,
    ),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("custom_values_of_opportunity")
      .on(table.locationId, table.opportunityId, table.customFieldId)
      .where(sql`opportunity_id is not null`),
    uniqueIndex("custom_values_of_contact")
      .on(table.locationId, table.contactId, table.customFieldId)
      .where(sql`contact_id is not null`),
    index("custom_values_text")
      .on(table.locationId, table.customFieldId, table.textValue, table.contactId)
      .where(sql`contact_id is not null`),
    index("custom_values_number")
      .on(table.locationId, table.customFieldId, table.numberValue, table.contactId)
      .where(sql`contact_id is not null`),
    // How many leads have a value. Those of contacts are counted by the indexes above.
    index("custom_values_of_leads")
      .on(table.locationId, table.customFieldId)
      .where(sql`opportunity_id is not null`),
    foreignKey({
      name: "custom_values_custom_field",
      columns: [table.locationId, table.customFieldId],
      foreignColumns: [customFields.locationId, customFields.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "custom_values_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "custom_values_contact",
      columns: [table.locationId, table.contactId],
      foreignColumns: [contacts.locationId, contacts.id],
    }).onDelete("cascade"),
  ],
);

/** Money proposed to a lead; moves to the client when the lead is converted. */
export const quotes = tenantTable(
  "quotes",
  {
    number: rowNumber(),
    title: text().notNull(),
    opportunityId: id(),
    clientId: id(),
    businessId: id(),
    totalMinor: minorUnits().notNull().default(0),
    currency: text().notNull(),
    status: text({ enum: ["draft", "sent", "accepted", "declined"] })
      .notNull()
      .default("draft"),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("quotes_number").on(table.locationId, table.number),
    index("quotes_of_opportunity").on(table.locationId, table.opportunityId),
    index("quotes_of_client").on(table.locationId, table.clientId),
    foreignKey({
      name: "quotes_opportunity",
      columns: [table.locationId, table.opportunityId],
      foreignColumns: [opportunities.locationId, opportunities.id],
    }),
    foreignKey({
      name: "quotes_client",
      columns: [table.locationId, table.clientId],
      foreignColumns: [clients.locationId, clients.id],
    }),
    foreignKey({
      name: "quotes_business",
      columns: [table.locationId, table.businessId],
      foreignColumns: [businesses.locationId, businesses.id],
    }),
  ],
);

/** One fact that happened, written in the transaction that made it true. Never changed. */
export const events = tenantTable(
  "events",
  {
    number: rowNumber(),
    /** `user`, `key`, `system`; whose id `actorId` is. */
    actorType: text({ enum: ["user", "key", "system"] }).notNull(),
    actorId: id(),
    actorName: text().notNull(),
    /** What happened, such as `lead.created` (lib/events/catalogue.ts). */
    type: code().notNull(),
    subjectType: code().notNull(),
    subjectId: id().notNull(),
    contactId: id(),
    opportunityId: id(),
    /** Before and after of what changed, by domain field name. */
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>(),
    /** The larger change that it is a part of, such as a bulk change; null for what was done by itself. */
    partOfId: id(),
    /** The import that did it, or took it back; null for what nobody did by the thousand. */
    importId: id(),
    occurredAt: instant().notNull().defaultNow(),
  },
  (table) => [
    // What happened last is told without the events of imports, of which there may be any number.
    index("events_outside_imports")
      .on(table.locationId, table.id)
      .where(sql`import_id is null`),
    index("events_of_larger_change")
      .on(table.locationId, table.partOfId, table.number)
      .where(sql`part_of_id is not null`),
    index("events_of_opportunity")
      .on(table.locationId, table.opportunityId, table.id)
      .where(sql`opportunity_id is not null`),
    index("events_of_contact").on(table.locationId, table.contactId, table.id),
  ],
  { refersToLocation: false },
);

/**
 * The processes that have screens of a location open. Events of a location are announced while one
 * is here: announcing makes transactions commit one after the other, which nobody should pay for nothing.
 */
export const liveWatchers = tenantTable("live_watchers", { watchedUntil: instant().notNull() });
