import type { NodePgDatabase } from "drizzle-orm/node-postgres";

/** A database handle inside a transaction that is bound to one tenant: reads and writes. */
export type Transaction = Omit<NodePgDatabase<Record<string, never>>, "transaction" | "$client">;

/** The reading half of it: a write through it does not compile. */
export type ReadTransaction = Pick<
  Transaction,
  "select" | "selectDistinct" | "selectDistinctOn" | "$count" | "with" | "execute"
>;
