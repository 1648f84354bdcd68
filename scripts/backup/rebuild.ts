import type { Client } from "pg";
import { qualified, queueSchema } from "./catalogue";

/**
 * Removes all of our tables and functions, and the record of their migrations, within the transaction
 * that `client` is in. What extensions brought stays: it may belong to an administrator.
 */
export async function dropTables(client: Client): Promise<void> {
  // The list is made before anything is dropped: a function can not be named any more once a table it
  // speaks of has taken it along.
  await client.query(`
    do $$
    declare
      statement text;
      statements text[];
    begin
      select array_agg(text) into statements from (
        select format('drop table if exists %s cascade', oid::regclass) as text from pg_class
          where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        union all
        select format('drop routine if exists %s cascade', p.oid::regprocedure) from pg_proc p
          where p.pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
      ) as all_statements;
      foreach statement in array coalesce(statements, '{}') loop
        execute statement;
      end loop;
    end $$`);
  await client.query("create schema if not exists drizzle");
  await client.query("drop table if exists drizzle.__drizzle_migrations");
}

type Table = { schema: string; name: string };

/** Empties the job queue's tables. */
export async function emptyQueue(client: Client): Promise<void> {
  const tables = await tablesOf(client, [queueSchema]);
  const names = tables.filter(({ name }) => name !== "migrations").map(qualified);
  await client.query(`truncate ${names.join(", ")}`);
}

/**
 * Takes foreign keys, triggers and row-level security out of the way of loading: tables may come in
 * any order, and nothing is computed a second time. What is answered brings all of them back, and
 * with them the proof that every reference leads somewhere.
 */
export async function pauseRules(client: Client): Promise<() => Promise<void>> {
  const tables = await tablesOf(client, ["public", queueSchema]);
  const { rows: forced } = await client.query<Table>(
    "select relnamespace::regnamespace::text as schema, relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity",
  );
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string; paused: boolean }>(
    `select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition,
       exists (select from pg_trigger where tgconstraint = pg_constraint.oid and tgenabled = 'D') as paused
     from pg_constraint where contype = 'f' and conparentid = 0 and connamespace::regnamespace::text in ('public', '${queueSchema}')`,
  );
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const table of tables) await client.query(`alter table ${qualified(table)} disable trigger user`);
  for (const table of forced) await client.query(`alter table ${qualified(table)} no force row level security`);
  return async () => {
    for (const table of forced) await client.query(`alter table ${qualified(table)} force row level security`);
    for (const table of tables) await client.query(`alter table ${qualified(table)} enable trigger user`);
    for (const { table, name, definition } of keys) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    }
    // Triggers that are back as well look at new rows in place of these keys.
    if (keys.some(({ paused }) => paused)) await client.query("select check_new_references_by_statement()");
  };
}

async function tablesOf(client: Client, schemas: string[]): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    "select schemaname as schema, tablename as name from pg_tables where schemaname = any($1) order by 1, 2",
    [schemas],
  );
  return rows;
}
