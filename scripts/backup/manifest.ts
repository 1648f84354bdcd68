import { z } from "zod";

/** The name of the last file in a backup: what the others are, and what they must be. */
export const manifestName = "manifest.json";

const Table = z.object({
  schema: z.string(),
  name: z.string(),
  /** In the order of the copy, quoted for SQL. */
  columns: z.array(z.string()),
  rows: z.number(),
});

export const Manifest = z.object({
  /** Of this very form. */
  format: z.literal(1),
  leadwright: z.string(),
  postgres: z.string(),
  createdAt: z.string(),
  /** When the migrations that made the tables were made, oldest first. */
  migrations: z.array(z.number()),
  /** The last migration of the job queue's own tables. */
  queueMigration: z.number(),
  tables: z.array(Table),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), value: z.string() })),
  /** Every other file of the backup, in order. */
  entries: z.array(
    z.object({
      name: z.string(),
      bytes: z.number(),
      sha256: z.string(),
      /** What it belongs to: a part of a table, an uploaded file under its key, the demo's keys. */
      content: z.discriminatedUnion("type", [
        z.object({ type: z.literal("table"), schema: z.string(), name: z.string() }),
        z.object({ type: z.literal("upload"), key: z.string() }),
        z.object({ type: z.literal("demo-keys") }),
      ]),
    }),
  ),
});

/** What a backup says of itself. */
export type Manifest = z.infer<typeof Manifest>;
export type BackupTable = z.infer<typeof Table>;
export type BackupEntry = Manifest["entries"][number];
