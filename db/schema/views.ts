import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, jsonb, text, uniqueIndex } from "drizzle-orm/pg-core";
import { id, instant, madeAndChanged } from "./columns";
import { members } from "./members";
import { tenantTable } from "./tenant-table";

/** A list or board of leads as somebody set it up: for themselves, or for everybody in the location. */
export const savedViews = tenantTable(
  "saved_views",
  {
    name: text().notNull(),
    kind: text({ enum: ["table", "board"] }).notNull(),
    ownerId: id().notNull(),
    shared: boolean().notNull().default(false),
    /** Filter, sorts and search (lib/leads/query/model.ts). */
    query: jsonb().notNull(),
    /** The fields that are shown, in their order, with their widths. */
    columns: jsonb().notNull(),
    /** What else the screen keeps of it, such as the grouping. */
    settings: jsonb().notNull(),
    /** Its place among the others. */
    position: integer().notNull(),
    ...madeAndChanged,
  },
  (table) => [
    index("saved_views_kind").on(table.locationId, table.kind, table.position, table.id),
    foreignKey({
      name: "saved_views_owner",
      columns: [table.locationId, table.ownerId],
      foreignColumns: [members.locationId, members.userId],
    }).onDelete("cascade"),
  ],
);

/** The view that a user's screen begins with. */
export const defaultViews = tenantTable(
  "default_views",
  {
    userId: id().notNull(),
    kind: text({ enum: ["table", "board"] }).notNull(),
    viewId: id().notNull(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("default_views_user").on(table.locationId, table.userId, table.kind),
    index("default_views_view").on(table.locationId, table.viewId),
    foreignKey({
      name: "default_views_user",
      columns: [table.locationId, table.userId],
      foreignColumns: [members.locationId, members.userId],
    }).onDelete("cascade"),
    foreignKey({
      name: "default_views_view",
      columns: [table.locationId, table.viewId],
      foreignColumns: [savedViews.locationId, savedViews.id],
    }).onDelete("cascade"),
  ],
);

/** One command on many leads, or the undoing of one: how far it is, and how it goes on after a restart. */
export const bulkChanges = tenantTable(
  "bulk_changes",
  {
    command: jsonb().notNull(),
    /** Which leads: their ids, or a query without exceptions. */
    selection: jsonb().notNull(),
    /** As whom it is done: rights are those of the moment at which a batch runs. */
    actorType: text({ enum: ["user", "key", "system"] }).notNull(),
    actorId: id(),
    actorName: text().notNull(),
    state: text({ enum: ["waiting", "running", "done", "cancelled", "failed"] })
      .notNull()
      .default("waiting"),
    total: integer().notNull(),
    /** Leads that were looked at; of them those that changed, and those that could not. */
    done: integer().notNull().default(0),
    changed: integer().notNull().default(0),
    skipped: integer().notNull().default(0),
    /** Where the next batch begins; changes in the transaction of the batch before. */
    cursor: text(),
    failure: text(),
    /** The change that this one takes back. */
    undoOfId: id(),
    endedAt: instant(),
    ...madeAndChanged,
  },
  (table) => [
    uniqueIndex("bulk_changes_undo")
      .on(table.locationId, table.undoOfId)
      .where(sql`undo_of_id is not null`),
    index("bulk_changes_actor").on(table.locationId, table.actorId, table.id),
  ],
);
