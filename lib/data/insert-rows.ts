import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { CasingCache } from "drizzle-orm/casing";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "./transaction";

type Row = Record<string, unknown>;

/** How rows are inserted: leaving out those that are there, or with a column more that the database computes. */
export type InsertOptions = {
  ignoreConflicts?: boolean;
  /** `value` speaks of the rows as `given`, and of fields of theirs that are no columns, which `from` names with their types. */
  computed?: { column: string; value: SQL; from: Record<string, string> };
};

/**
 * Inserts many rows in one statement that takes them as one JSON value, whatever their number: a
 * statement with a parameter for every value could take a few thousand. All rows set the same columns,
 * those of the first.
 */
export async function insertRows<Table extends PgTable>(
  transaction: Transaction,
  table: Table,
  rows: Table["$inferInsert"][],
  { ignoreConflicts = false, computed }: InsertOptions = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const besides = computed?.from ?? {};
  const columns = columnsOf(
    table,
    Object.keys(first).filter((property) => !(property in besides)),
  );
  const given = [...columns, ...Object.entries(besides).map(([name, type]) => ({ property: name, name, type }))];
  const names = columns.map(({ name }) => sql.identifier(name));
  const values = columns.map(({ name }) => sql`given.${sql.identifier(name)}`);
  if (computed) {
    names.push(...columnsOf(table, [computed.column]).map(({ name }) => sql.identifier(name)));
    values.push(computed.value);
  }
  await transaction.execute(
    sql`insert into ${table} (${sql.join(names, comma)}) select ${sql.join(values, comma)} from ${recordset(given, rows)}${
      ignoreConflicts ? sql` on conflict do nothing` : sql``
    }`,
  );
}

/** Sets the columns that the first of `rows` names, of the rows of a location that have their ids, in one statement. */
export async function updateRows<Table extends PgTable>(
  transaction: Transaction,
  table: Table,
  locationId: string,
  rows: (Partial<Table["$inferInsert"]> & { id: string })[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = columnsOf(table, Object.keys(first));
  const set = columns
    .filter(({ property }) => property !== "id")
    .map(({ name }) => sql`${sql.identifier(name)} = given.${sql.identifier(name)}`);
  await transaction.execute(
    sql`update ${table} as kept set ${sql.join(set, comma)} from ${recordset(columns, rows)}
      where kept.location_id = ${locationId} and kept.id = given.id`,
  );
}

const comma = sql`, `;

/** `rows` as a table in a query, called `given`. */
function recordset(columns: Column[], rows: Row[]): SQL {
  const typed = columns.map(({ name, type }) => sql`${sql.identifier(name)} ${sql.raw(type)}`);
  return sql`json_to_recordset(${jsonOf(columns, rows)}::json) as given(${sql.join(typed, comma)})`;
}

/** The rows as JSON, by the names of the columns: what a record does not name is null. */
function jsonOf(columns: Column[], rows: Row[]): string {
  const records = rows.map((row) => {
    const record: Row = {};
    for (const { property, name } of columns) record[name] = row[property];
    return record;
  });
  return JSON.stringify(records);
}

/** A column as programs call it and as the database does, and its type. */
type Column = { property: string; name: string; type: string };

const casing = new CasingCache("snake_case");
const known = new Map<PgTable, Map<string, Column>>();

function columnsOf(table: PgTable, properties: string[]): Column[] {
  const columns =
    known.get(table) ??
    new Map(
      Object.entries(getTableColumns(table)).map(([property, column]) => [
        property,
        { property, name: casing.getColumnCasing(column), type: column.getSQLType() },
      ]),
    );
  known.set(table, columns);
  return properties.map((property) => {
    const column = columns.get(property);
    if (!column) throw new Error(`${getTableName(table)} has no column ${property}.`);
    return column;
  });
}
