import { sql } from "drizzle-orm";
import { bigint, boolean, customType, foreignKey, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core";
import { code, id, instant, madeAndChanged, rowNumber } from "./columns";
import { members } from "./members";
import { tenantTable } from "./tenant-table";

/** Ranges of places of rows, such as `{[1,2001),[4001,6001)}`. */
const rowRanges = customType<{ data: string }>({ dataType: () => "int4multirange" });

/** A file of leads that somebody sent: how it is read, what became of its rows, how far the work is. */
export const imports = tenantTable(
  "imports",
  {
    number: rowNumber(),
    fileName: text().notNull(),
    sizeBytes: bigint({ mode: "number" }).notNull(),
    /** The file in the storage driver; null once it was removed. */
    storageKey: code(),
    encoding: text({ enum: ["utf-8", "utf-16le", "utf-16be", "windows-1252"] }).notNull(),
    delimiter: text().notNull(),
    /** Headings and samples of the file's columns, in their order. */
    columns: jsonb().notNull(),
    rowCount: integer().notNull(),
    status: text({ enum: ["ready", "running", "done", "cancelled", "failed", "undoing", "undone"] })
      .notNull()
      .default("ready"),
    /** How its columns are read and what is done with people known already. */
    plan: jsonb().notNull(),
    /** What a dry run found, and for which plan. */
    preview: jsonb(),
    /** How many rows of the file have been dealt with, and which. Both change in the transaction of those rows. */
    rowsDone: integer().notNull().default(0),
    doneRanges: rowRanges()
      .notNull()
      .default(sql`'{}'::int4multirange`),
    /** Rows by what became of them. */
    counts: jsonb().notNull(),
    /** Rows that an undo has dealt with, and what it removed, restored and left alone. */
    undo: jsonb(),
    /** Why it stopped, for people to read. */
    failure: text(),
    /** As whom the rows are written. */
    actor: jsonb(),
    createdById: id(),
    startedAt: instant(),
    finishedAt: instant(),
    undoneAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("imports_number").on(table.locationId, table.number),
    index("imports_storage_key").on(table.locationId, table.storageKey),
    foreignKey({
      name: "imports_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
);

/** A row of a file that made or changed a lead, or that was refused. What an undo goes by. */
export const importRows = tenantTable(
  "import_rows",
  {
    importId: id().notNull(),
    /** The place of the row among the file's rows, from 1. */
    position: integer().notNull(),
    /** The line of the file on which the row begins, from 1. */
    line: integer().notNull(),
    kind: text({ enum: ["new", "changed", "refused"] }).notNull(),
    contactId: id(),
    opportunityId: id(),
    /** Whether the row made the contact, and the lead. */
    madeContact: boolean().notNull().default(false),
    madeLead: boolean().notNull().default(false),
    /** The versions that the row left behind. */
    contactVersion: integer(),
    leadVersion: integer(),
    /** What it changed of a contact and a lead known before, by domain field name. */
    before: jsonb(),
    after: jsonb(),
    /** Why it was refused; after an undo, why it was left. */
    reason: text(),
    /** The row as the file has it, where it was refused. */
    cells: text().array(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("import_rows_position").on(table.locationId, table.importId, table.position),
    index("import_rows_of_contact").on(table.locationId, table.contactId),
    index("import_rows_told")
      .on(table.locationId, table.importId, table.position)
      .where(sql`reason is not null`),
    foreignKey({
      name: "import_rows_import",
      columns: [table.locationId, table.importId],
      foreignColumns: [imports.locationId, imports.id],
    }).onDelete("cascade"),
  ],
  { refersToLocation: false },
);

/** A whole location written into one file, to be fetched. */
export const locationExports = tenantTable(
  "location_exports",
  {
    status: text({ enum: ["waiting", "running", "done", "failed"] })
      .notNull()
      .default("waiting"),
    fileName: text().notNull(),
    storageKey: code(),
    sizeBytes: bigint({ mode: "number" }),
    recordsDone: integer().notNull().default(0),
    failure: text(),
    createdById: id(),
    finishedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    index("location_exports_storage_key").on(table.locationId, table.storageKey),
    foreignKey({
      name: "location_exports_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
);

/** The export of a location that is read into this one. */
export const locationImports = tenantTable(
  "location_imports",
  {
    status: text({ enum: ["waiting", "running", "done", "failed"] })
      .notNull()
      .default("waiting"),
    fileName: text().notNull(),
    storageKey: code(),
    sizeBytes: bigint({ mode: "number" }).notNull(),
    /** As the file says. */
    recordsTotal: integer().notNull(),
    recordsDone: integer().notNull().default(0),
    files: integer().notNull().default(0),
    /** People who were known by their email, and those who were added. */
    usersKnown: integer().notNull().default(0),
    usersMade: integer().notNull().default(0),
    failure: text(),
    createdById: id(),
    finishedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    index("location_imports_storage_key").on(table.locationId, table.storageKey),
    // One at a time.
    uniqueIndex("location_imports_under_way")
      .on(table.locationId)
      .where(sql`status in ('waiting', 'running')`),
    foreignKey({
      name: "location_imports_created_by",
      columns: [table.locationId, table.createdById],
      foreignColumns: [members.locationId, members.userId],
    }),
  ],
);
