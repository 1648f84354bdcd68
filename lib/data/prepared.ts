import type { ReadTransaction } from "./transaction";

type Preparable<Prepared> = { prepare: (name: string) => Prepared };

const built = new WeakMap<ReadTransaction, Map<string, unknown>>();

/**
 * A query with placeholders, built once per connection: putting a query of seven tables together
 * costs more than running it. `key` names its shape; two shapes must not share one.
 */
export function prepared<Prepared>(
  transaction: ReadTransaction,
  key: string,
  build: (transaction: ReadTransaction) => Preparable<Prepared>,
): Prepared {
  const queries = built.get(transaction) ?? new Map<string, unknown>();
  built.set(transaction, queries);
  // The key stands for the one builder that made the value.
  const known = queries.get(key) as Prepared | undefined;
  if (known) return known;
  // Without a name of its own: the connection names statements by their text.
  const query = build(transaction).prepare("");
  queries.set(key, query);
  return query;
}
