import { sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";

/**
 * Does `first` in a transaction that is kept open until `second`, which begins within it, waits for it or
 * is over: two who are at one thing at once, in a known order. Answers what `second` does.
 */
export async function meanwhile<Result>(
  context: Context,
  first: (inside: Context) => Promise<unknown>,
  second: () => Promise<Result>,
): Promise<Result> {
  let begun = Promise.withResolvers<Result>();
  await together(context, async (inside) => {
    await first(inside);
    begun = Promise.withResolvers<Result>();
    let isOver = false;
    void second()
      .then(begun.resolve, begun.reject)
      .finally(() => {
        isOver = true;
      });
    // Whoever waits for the answer comes later.
    begun.promise.catch(() => {});
    while (!isOver && !(await isWaitedFor(inside.transaction)));
  });
  return begun.promise;
}

async function isWaitedFor(transaction: Transaction): Promise<boolean> {
  const { rows } = await transaction.execute<{ waits: boolean }>(
    sql`select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waits`,
  );
  return rows[0]?.waits === true;
}
