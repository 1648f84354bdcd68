import type { Context } from "@/lib/access/context";
import { bulkLimits, type LeadsCommand } from "@/lib/bulk/model";
import type { Batch } from "@/lib/bulk/run-bulk";
import type { Transaction } from "@/lib/data/transaction";
import { changeLeads } from "@/lib/leads/change-leads";
import { selectLeadIds } from "@/lib/leads/query/select-leads";
import { actingAs } from "./acting-as";
import { type BulkRow, selectionOf } from "./bulk-row";

type Inside = Context & { transaction: Transaction };

/** Changes the next leads of a selection, as whoever started it. */
export async function changeBatch(context: Inside, bulk: BulkRow, command: LeadsCommand): Promise<Batch> {
  const acting = await actingAs(context, bulk);
  const { ids, looked, next } = await nextLeads({ ...acting, transaction: context.transaction }, bulk);
  const changed = ids.length > 0 ? await changeLeads(acting, { ids, command }) : 0;
  return { done: looked, changed, skipped: looked - changed, next };
}

/** The next leads and how many were looked at to find them: exceptions are passed over and not counted. */
async function nextLeads(
  context: Inside,
  bulk: BulkRow,
): Promise<{ ids: string[]; looked: number; next: string | null }> {
  const selection = selectionOf(bulk);
  if ("ids" in selection) {
    const all = [...new Set(selection.ids)];
    const from = Number(bulk.cursor ?? 0);
    const ids = all.slice(from, from + bulkLimits.batch);
    const until = from + ids.length;
    return { ids, looked: ids.length, next: until < all.length ? String(until) : null };
  }
  // "The last 7 days" are those before the moment at which somebody said so.
  const asked = { ...context, now: bulk.createdAt };
  const { query, except = [] } = selection;
  const page = { query, cursor: bulk.cursor, limit: bulkLimits.batch };
  const { ids, next } = await selectLeadIds(context.transaction, asked, page);
  const excepted = new Set(except);
  const chosen = ids.filter((id) => !excepted.has(id));
  return { ids: chosen, looked: chosen.length, next };
}
