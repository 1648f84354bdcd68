import type { Context } from "@/lib/access/context";
import { bulkLimits, type RetagCommand } from "@/lib/bulk/model";
import type { Batch } from "@/lib/bulk/run-bulk";
import { retagContacts } from "@/lib/contacts/retag-contacts";
import type { Transaction } from "@/lib/data/transaction";
import { actingAs } from "./acting-as";
import type { BulkRow } from "./bulk-row";

/** Gives the next contacts with a tag another one, as whoever renames or deletes it. */
export async function retagBatch(
  context: Context & { transaction: Transaction },
  bulk: BulkRow,
  { from, to }: RetagCommand,
): Promise<Batch> {
  const acting = { ...(await actingAs(context, bulk)), transaction: context.transaction };
  const { changed, last } = await retagContacts(acting, { from, to, after: bulk.cursor, most: bulkLimits.batch });
  return { done: changed, changed, skipped: 0, next: last };
}
