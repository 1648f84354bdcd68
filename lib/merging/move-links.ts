import { and, eq, getTableName, inArray, notInArray, sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { Link } from "./links";

/** Ids of rows by the table they are in. */
export type MovedRows = Record<string, string[]>;

/** Hands all that belongs to one record over to another. Answers which rows those were. */
export async function moveLinks(
  transaction: Transaction,
  context: Context,
  links: readonly Link[],
  { from, to }: { from: string; to: string },
): Promise<MovedRows> {
  const moved: MovedRows = {};
  for (const { table, key, column, once } of links) {
    const mine = and(eq(table.locationId, context.location.id), eq(column, to));
    const had = once ? await transaction.select({ value: once }).from(table).where(mine) : [];
    const isNew =
      once && had.length > 0
        ? notInArray(
            once,
            had.map(({ value }) => value),
          )
        : undefined;
    const rows = await transaction
      .update(table)
      .set({ [key]: to })
      .where(and(eq(table.locationId, context.location.id), eq(column, from), isNew))
      .returning({ id: sql<string>`${table.id}` });
    if (rows.length > 0) moved[getTableName(table)] = rows.map(({ id }) => id);
  }
  return moved;
}

/** Hands those rows over that are still where they were; what somebody moved elsewhere since stays there. */
export async function moveRows(
  transaction: Transaction,
  context: Context,
  links: readonly Link[],
  { rows, from, to }: { rows: MovedRows; from: string; to: string },
): Promise<void> {
  for (const { table, key, column } of links) {
    const ids = rows[getTableName(table)] ?? [];
    if (ids.length === 0) continue;
    await transaction
      .update(table)
      .set({ [key]: to })
      .where(and(eq(table.locationId, context.location.id), eq(column, from), inArray(table.id, ids)));
  }
}
