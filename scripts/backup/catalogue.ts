import type { Client } from "pg";
import type { BackupTable, Manifest } from "./manifest";

/** The schemas whose tables are backed up: ours, and the job queue's. */
export const queueSchema = "graphile_worker";
const schemas = ["public", queueSchema];

/** Every table with rows of its own, but for the queue's record of its migrations, which the manifest has. */
export async function listTables(client: Client): Promise<Omit<BackupTable, "rows">[]> {
  const { rows } = await client.query<Omit<BackupTable, "rows">>(
    `select n.nspname as schema, c.relname as name,
       array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname = any($1) and c.relkind = 'r' and not (n.nspname = $2 and c.relname = 'migrations')
     group by n.nspname, c.relname order by n.nspname desc, c.relname`,
    [schemas, queueSchema],
  );
  return rows;
}

/** The sequences that have given out a number, and the last one they gave. */
export async function listSequences(client: Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<Manifest["sequences"][number]>(
    `select schemaname as schema, sequencename as name, last_value::text as value
     from pg_sequences where schemaname = any($1) and last_value is not null order by 1, 2`,
    [schemas],
  );
  return rows;
}

/** The number of the last migration of the job queue's tables; 0 when there are none. */
export async function queueMigration(client: Client): Promise<number> {
  const table = `${queueSchema}.migrations`;
  const { rows: tables } = await client.query<{ found: string | null }>("select to_regclass($1) as found", [table]);
  if (!tables[0]?.found) return 0;
  const { rows } = await client.query<{ last: number }>(`select max(id)::int as last from ${table}`);
  return rows[0]?.last ?? 0;
}

/** `"schema"."name"`, quoted for SQL. */
export const qualified = ({ schema, name }: { schema: string; name: string }): string =>
  [schema, name].map((part) => `"${part.replaceAll('"', '""')}"`).join(".");
