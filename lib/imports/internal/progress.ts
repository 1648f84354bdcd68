import { and, eq, sql } from "drizzle-orm";
import { imports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import { type RowCounts, rowKinds, noRows } from "@/lib/imports/model/import";
import type { Batch } from "./prepare-batch";

/** The import was cancelled, or another worker did these rows. */
export class ImportStopped extends Error {}

/** Counts what the rows of a batch came to. */
export function countBatch({ decisions, refused }: Batch): RowCounts {
  const counts = noRows();
  for (const { kind } of decisions) counts[kind] += 1;
  counts.refused = refused.length;
  return counts;
}

/** Adds the counts of two parts of a file. */
export function addCounts(one: RowCounts, other: RowCounts): RowCounts {
  const sum = noRows();
  for (const kind of rowKinds) sum[kind] = one[kind] + other[kind];
  return sum;
}

/**
 * Says that the rows of a batch are done, in the transaction that does them: it is kept with all of
 * them or none, so nothing is done twice.
 *
 * @throws ImportStopped.
 */
export async function markDone(
  transaction: Transaction,
  context: Context,
  importId: string,
  { from, batch }: { from: number; batch: Batch },
): Promise<void> {
  const counts = countBatch(batch);
  const sums = rowKinds.map(
    (kind) => sql`${kind}::text, coalesce((${imports.counts} ->> ${kind})::int, 0) + ${counts[kind]}::int`,
  );
  const range = sql`int4multirange(int4range(${from}::int, ${from + batch.size}::int))`;
  const marked = await transaction
    .update(imports)
    .set({
      rowsDone: sql`${imports.rowsDone} + ${batch.size}`,
      doneRanges: sql`${imports.doneRanges} + ${range}`,
      counts: sql`jsonb_build_object(${sql.join(sums, sql`, `)})`,
      updatedAt: context.now,
    })
    .where(
      and(
        eq(imports.locationId, context.location.id),
        eq(imports.id, importId),
        eq(imports.status, "running"),
        sql`not ${imports.doneRanges} && ${range}`,
      ),
    )
    .returning({ id: imports.id });
  if (marked.length === 0) throw new ImportStopped();
}
