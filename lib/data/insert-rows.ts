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
  const names = columns.map(({ name }) => sql.identifier(name));
  const values = columns.map(({ property }) => given(property));
  if (computed) {
    names.push(...columnsOf(table, [computed.column]).map(({ name }) => sql.identifier(name)));
    values.push(computed.value);
  }
  const fields = [...columns, ...Object.entries(besides).map(([property, type]) => ({ property, type }))];
  await transaction.execute(
    sql`insert into ${table} (${sql.join(names, comma)}) select ${sql.join(values, comma)} from ${recordset(fields, rows)}${
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
    .map(({ name, property }) => sql`${sql.identifier(name)} = ${given(property)}`);
  await transaction.execute(
    sql`update ${table} as kept set ${sql.join(set, comma)} from ${recordset(columns, rows)}
      where kept.location_id = ${locationId} and kept.id = given.id`,
  );
}

const comma = sql`, `;

const given = (property: string): SQL => sql`given.${sql.identifier(property)}`;

/** `rows` as a table in a query, called `given`, with columns that are called as the rows' fields. */
function recordset(fields: Pick<Column, "property" | "type">[], rows: Row[]): SQL {
  const typed = fields.map(({ property, type }) => sql`${sql.identifier(property)} ${sql.raw(type)}`);
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as given(${sql.join(typed, comma)})`;
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
