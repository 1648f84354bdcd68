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
 * those of the first; what is the same in all of them is sent once.
 */
export async function insertRows<Table extends PgTable>(
  transaction: Transaction,
  table: Table,
  rows: Table["$inferInsert"][],
  { ignoreConflicts = false, computed }: InsertOptions = {},
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const besides = Object.entries(computed?.from ?? {}).map(([property, type]) => ({ property, type }));
  const apart = new Set(besides.map(({ property }) => property));
  const columns = columnsOf(
    table,
    Object.keys(first).filter((property) => !apart.has(property)),
  );
  const shared = columns.filter(({ property }) => isShared(rows, property));
  const own = columns.filter((column) => !shared.includes(column));
  const names = [...shared, ...own].map(({ name }) => sql.identifier(name));
  const values = [...shared.map(({ property }) => same(property)), ...own.map(({ property }) => given(property))];
  if (computed) {
    names.push(...columnsOf(table, [computed.column]).map(({ name }) => sql.identifier(name)));
    values.push(computed.value);
  }
  const from = recordset([...own, ...besides], rows);
  await transaction.execute(
    sql`insert into ${table} (${sql.join(names, comma)}) select ${sql.join(values, comma)} from ${
      shared.length > 0 ? sql`${record(shared, first)}, ${from}` : from
    }${ignoreConflicts ? sql` on conflict do nothing` : sql``}`,
  );
}

/** Sets the columns that rows name, of the rows of a location that have their ids: in one statement those that name the same. */
export async function updateRows<Table extends PgTable>(
  transaction: Transaction,
  table: Table,
  locationId: string,
  rows: (Partial<Table["$inferInsert"]> & { id: string })[],
): Promise<void> {
  for (const [names, alike] of Map.groupBy(rows, (row) => Object.keys(row).join())) {
    const columns = columnsOf(table, names.split(","));
    const set = columns
      .filter(({ property }) => property !== "id")
      .map(({ name, property }) => sql`${sql.identifier(name)} = ${given(property)}`);
    await transaction.execute(
      sql`update ${table} as kept set ${sql.join(set, comma)} from ${recordset(columns, alike)}
        where kept.location_id = ${locationId} and kept.id = given.id`,
    );
  }
}

const comma = sql`, `;

const given = (property: string): SQL => sql`given.${sql.identifier(property)}`;

const same = (property: string): SQL => sql`same.${sql.identifier(property)}`;

/** Whether all of several rows have the same value there, or none. */
const isShared = ([first, ...others]: Row[], property: string): boolean =>
  others.length > 0 && others.every((row) => row[property] === first?.[property]);

type Field = Pick<Column, "property" | "type">;

/** `rows` as a table in a query, called `given`, with columns that are called as the rows' fields. */
const recordset = (fields: Field[], rows: Row[]): SQL =>
  sql`json_to_recordset(${JSON.stringify(rows.map((row) => picked(row, fields)))}::json) as given(${typed(fields)})`;

/** The fields of one row, called `same`. */
const record = (fields: Field[], row: Row): SQL =>
  sql`json_to_record(${JSON.stringify(picked(row, fields))}::json) as same(${typed(fields)})`;

const picked = (row: Row, fields: Field[]): Row => {
  const some: Row = {};
  for (const { property } of fields) some[property] = row[property];
  return some;
};

const typed = (fields: Field[]): SQL =>
  sql.join(
    fields.map(({ property, type }) => sql`${sql.identifier(property)} ${sql.raw(type)}`),
    comma,
  );

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
