import { getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { LRUCache } from "lru-cache";
import type { ReadTransaction, Transaction } from "./transaction";

type Preparable<Prepared> = { prepare: (name: string) => Prepared };

/** So many queries are kept for a connection: which fields callers send makes shapes without end. */
const mostKept = 500;
const built = new WeakMap<ReadTransaction, LRUCache<string, object>>();

/**
 * A query with placeholders, built once per connection: putting a query of seven tables together
 * costs more than running it. `key` names its shape; two shapes must not share one.
 */
export function prepared<Prepared extends object>(
  transaction: ReadTransaction,
  key: string,
  build: (transaction: ReadTransaction) => Preparable<Prepared>,
): Prepared {
  const queries = built.get(transaction) ?? new LRUCache<string, object>({ max: mostKept });
  built.set(transaction, queries);
  // The key stands for the one builder that made the value.
  const known = queries.get(key) as Prepared | undefined;
  if (known) return known;
  // Without a name of its own: the connection names statements by their text.
  const query = build(transaction).prepare("");
  queries.set(key, query);
  return query;
}

/**
 * Inserts one row by a query that is built once for each set of columns; what is null or undefined
 * gets the column's default. The statement is on its way when this returns: what is handed over
 * after it runs after it, without waiting for it.
 */
export function insertRow<Table extends PgTable>(
  transaction: Transaction,
  table: Table,
  row: Table["$inferInsert"],
): Promise<unknown> {
  const names = Object.entries(row).flatMap(([name, value]) => (value === undefined || value === null ? [] : [name]));
  const query = prepared(transaction, `insert ${getTableName(table)} ${names.join(" ")}`, () => {
    const placeholders = Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]));
    // The names are those of a row, and a placeholder may stand for any value.
    return transaction.insert(table).values(placeholders as Table["$inferInsert"]);
  });
  return query.execute(row);
}
