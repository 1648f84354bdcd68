import { sql } from "drizzle-orm";
import type { ReadTransaction } from "@/lib/data/transaction";

/** What belongs to a location and is not part of its export, and why. */
export const leftOut: Record<string, string> = {
  lead_tallies: "Sums of the leads: the database makes them again.",
  standing_tallies: "Sums of the leads: the database makes them again.",
  appointment_concerns: "Whom appointments concern: the database makes it again.",
  idempotency_keys: "Answers to requests, kept for a day.",
  notifications: "What people were told; the facts themselves are exported.",
  outbox_mail: "Mail on its way, some of it with secrets.",
  imports: "How files came in; what they brought is exported itself.",
  import_rows: "How files came in; what they brought is exported itself.",
  location_exports: "Exports themselves.",
  location_imports: "How exports came in; what they brought is exported itself.",
  live_watchers: "Browsers that look on just now.",
  bulk_changes: "How many leads were changed at once; what was changed is exported itself.",
};

/** A table of the export. */
export type ExportedTable = {
  name: string;
  /** Those that can be written: what the database computes is left out. */
  columns: string[];
};

type TableRow = { name: string; columns: string[]; points_at: string[] };

/**
 * The tables of a location, those that others point at first. They are read from the database itself:
 * a new table is part of the export from its first day.
 *
 * @throws Error when tables point at each other in a circle.
 */
export async function readTables(transaction: ReadTransaction): Promise<ExportedTable[]> {
  const { rows } = await transaction.execute<TableRow>(tablesSql);
  const waiting = rows.filter(({ name }) => !(name in leftOut));
  const names = new Set(waiting.map(({ name }) => name));
  const ordered: TableRow[] = [];
  while (waiting.length > 0) {
    const place = waiting.findIndex(({ name, points_at: others }) =>
      others.every((other) => other === name || !names.has(other) || ordered.some((done) => done.name === other)),
    );
    const [next] = place < 0 ? [] : waiting.splice(place, 1);
    if (!next) throw new Error(`These tables point at each other: ${waiting.map(({ name }) => name).join(", ")}.`);
    ordered.push(next);
  }
  return ordered.map(({ name, columns }) => ({ name, columns }));
}

const tablesSql = sql`
  select c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select array_agg(distinct f.relname::text) from pg_constraint k join pg_class f on f.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f'), '{}') as points_at
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    and exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p'
      and (select array_agg(a.attname::text order by a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum = any(k.conkey)) = '{id,location_id}')
  order by c.relname`;
