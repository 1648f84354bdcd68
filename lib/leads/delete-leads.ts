import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { lockMany } from "./internal/lock-many";
import { eventOf, told, writeMany } from "./internal/write-many";

/** Deletes many leads as `deleteLead` deletes one. Those that the caller may not read are left out. */
export function deleteLeads(context: Context, { ids }: { ids: readonly string[] }): Promise<void> {
  return change(context, async (transaction, inside) => {
    const leads = await lockMany(transaction, inside, ids);
    await writeMany(
      transaction,
      inside,
      leads.map(({ id }) => id),
      { deletedAt: context.now },
    );
    return told(leads.map((lead) => eventOf(lead, { type: "lead.deleted", before: { name: lead.name } })));
  });
}
