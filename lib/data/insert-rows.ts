import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "./transaction";

type Row = Record<string, unknown>;

const casing = new CasingCache("snake_case");

/**
 * Inserts many rows in one statement that takes them as one JSON value, whatever their number: a
 * statement with a parameter for every value could take a few thousand. All rows set the same columns,
 * those of the first.
 */
export async function insertRows<Table extends PgTable>(
  transaction: Transaction,
  table: Table,
  rows: Table["$inferInsert"][],
  { ignoreConflicts = false }: { ignoreConflicts?: boolean } = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  await transaction.execute(
    sql`insert into ${table} (${columnList(table, names)}) select ${columnList(table, names)} from ${recordset(table, names, rows)}${
      ignoreConflicts ? sql` on conflict do nothing` : sql``
    }`,
  );
}

/** Sets `names` of the rows of a location that have the ids of `rows`, in one statement. */
export async function updateRows<Table extends PgTable>(
  transaction: Transaction,
  table: Table,
  locationId: string,
  rows: (Partial<Table["$inferInsert"]> & { id: string })[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  const set = names
    .filter((name) => name !== "id")
    .map(
      (name) => sql`${sql.identifier(columnName(table, name))} = changed.${sql.identifier(columnName(table, name))}`,
    );
  await transaction.execute(
    sql`update ${table} as kept set ${sql.join(set, sql`, `)} from ${recordset(table, names, rows, "changed")}
      where kept.location_id = ${locationId} and kept.id = changed.id`,
  );
}

/** `rows` as a table in a query, with the columns and types of `table`. */
function recordset(table: PgTable, names: string[], rows: Row[], alias = "given"): SQL {
  const columns = getTableColumns(table);
  const typed = names.map((name) => {
    const column = columns[name];
    if (!column) throw new Error(`${getTableName(table)} has no column ${name}.`);
    return sql`${sql.identifier(columnName(table, name))} ${sql.raw(column.getSQLType())}`;
  });
  const wire = rows.map((row) => Object.fromEntries(names.map((name) => [columnName(table, name), row[name] ?? null])));
  return sql`json_to_recordset(${JSON.stringify(wire)}::json) as ${sql.identifier(alias)}(${sql.join(typed, sql`, `)})`;
}

const columnList = (table: PgTable, names: string[]): SQL =>
  sql.join(
    names.map((name) => sql.identifier(columnName(table, name))),
    sql`, `,
  );

function columnName(table: PgTable, name: string): string {
  const column = getTableColumns(table)[name];
  if (!column) throw new Error(`${getTableName(table)} has no column ${name}.`);
  return casing.getColumnCasing(column);
}
