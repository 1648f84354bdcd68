import { and, eq, sql } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";
import { mergeable, type MergeableType } from "@/lib/merging/links";
import { type MovedRows, moveRows } from "@/lib/merging/move-links";
import type { Part, State, Subject } from "./parts";

const prefix = "merged:";

/** Whether another record is part of this one, and the rows that came with it. */
type Merged = { isMerged: boolean; name: string | null; rows: MovedRows };

/** The records that were merged into this one, by `merged:<their id>`: apart again with what was theirs, or merged again. */
export const mergedInto = (type: MergeableType): Part => {
  const { table, links } = mergeable[type];
  const isOther = ({ location }: Context, field: string) =>
    and(eq(table.locationId, location.id), eq(table.id, field.slice(prefix.length)));
  const apart = async (
    transaction: Transaction,
    context: Context,
    survivor: Subject,
    field: string,
    { isMerged, rows }: Merged,
  ) => {
    const otherId = field.slice(prefix.length);
    const [from, to] = isMerged ? [otherId, survivor.id] : [survivor.id, otherId];
    await transaction
      .update(table)
      .set({
        deletedAt: isMerged ? context.now : null,
        mergedIntoId: isMerged ? survivor.id : null,
        version: sql`${table.version} + 1`,
        updatedAt: context.now,
      })
      .where(isOther(context, field));
    await moveRows(transaction, context, links, { rows, from, to });
  };
  return {
    has: (field) => field.startsWith(prefix),
    read: async (transaction, context, subject, fields, expected) => {
      const present: State = {};
      for (const field of fields) {
        const [other] = await transaction
          .select({ mergedIntoId: table.mergedIntoId })
          .from(table)
          .where(isOther(context, field))
          .for("update");
        if (!other) throw new Conflict("gone", "This can not be undone any more: the record was deleted for good.");
        present[field] = { ...mergedOf(expected[field]), isMerged: other.mergedIntoId === subject.id };
      }
      return present;
    },
    write: async (transaction, context, subject, values) => {
      for (const [field, value] of Object.entries(values))
        await apart(transaction, context, subject, field, mergedOf(value));
    },
  };
};

/** What a merge wrote down of another record. */
// Only merges write fields of this name.
const mergedOf = (value: unknown): Merged => value as Merged;
