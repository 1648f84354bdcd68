import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { importRows } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";

/** One side of what a row changed, by part. */
export type KeptSide = Partial<Record<"contact" | "lead" | "custom" | "tags" | "note", Record<string, unknown>>>;

/** A row of an import that did something. */
export type UndoneRow = {
  id: string;
  position: number;
  contactId: string | null;
  opportunityId: string | null;
  madeContact: boolean;
  madeLead: boolean;
  before: KeptSide | null;
  after: KeptSide | null;
};

/** Some of the rows of an import that did something, the last first, before a place. */
export async function takeRows(
  transaction: ReadTransaction,
  context: Context,
  importId: string,
  { before, most }: { before: number; most: number },
): Promise<UndoneRow[]> {
  const rows = await transaction
    .select({
      id: importRows.id,
      position: importRows.position,
      contactId: importRows.contactId,
      opportunityId: importRows.opportunityId,
      madeContact: importRows.madeContact,
      madeLead: importRows.madeLead,
      before: importRows.before,
      after: importRows.after,
    })
    .from(importRows)
    .where(
      and(
        eq(importRows.locationId, context.location.id),
        eq(importRows.importId, importId),
        inArray(importRows.kind, ["new", "changed"]),
        lt(importRows.position, before),
      ),
    )
    .orderBy(desc(importRows.position))
    .limit(most);
  // Written by `writeBatch` alone.
  return rows.map((row) => ({ ...row, before: row.before as KeptSide | null, after: row.after as KeptSide | null }));
}
