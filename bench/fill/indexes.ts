import type { Client } from "pg";

/**
 * Drops the indexes of tables but for those that are constraints, and answers a function that makes
 * them again: building one at the end takes a fraction of keeping it row by row.
 */
export async function dropIndexes(
  client: Client,
  tables: string[],
): Promise<(tell: (step: string) => void) => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any($1::regclass[]) and not i.indisprimary and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return async (tell) => {
    for (const table of tables) {
      tell(`indexing ${table}`);
      for (const { definition } of rows.filter((row) => row.table === table)) await client.query(definition);
    }
  };
}
