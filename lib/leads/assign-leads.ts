import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { lockMany } from "./internal/lock-many";
import { findMemberById } from "./internal/resolve";
import { eventOf, told, writeMany } from "./internal/write-many";
import { noOwnerReference } from "./model";

/**
 * Gives many leads an owner, or nobody. Who follows them goes on to. Leads that the caller may not read
 * are left out.
 * @throws Invalid at `ownerId` for nobody who works here.
 */
export function assignLeads(
  context: Context,
  { ids, ownerId }: { ids: readonly string[]; ownerId: string | null },
): Promise<void> {
  return change(context, async (transaction, inside) => {
    const owner = ownerId === null ? null : await findActiveMember(transaction, inside, ownerId);
    const leads = (await lockMany(transaction, inside, ids)).filter((lead) => lead.ownerId !== ownerId);
    const ownerReference = owner?.username ?? noOwnerReference;
    await writeMany(
      transaction,
      inside,
      leads.map(({ id }) => id),
      { ownerId, ownerReference },
    );
    const after = { ownerId, ownerReference, ownerName: owner?.name ?? null };
    const events = leads.map((lead) =>
      eventOf(lead, {
        type: "lead.assigned",
        before: { ownerId: lead.ownerId, ownerReference: lead.ownerReference },
        after,
      }),
    );
    return told(events);
  });
}

/** An active member of the location. @throws Invalid at `ownerId` when there is none of this id. */
export async function findActiveMember(transaction: ReadTransaction, context: Context, userId: string) {
  const member = await findMemberById(transaction, context, userId);
  if (!member) throw Invalid.field("ownerId", "unknown", "There is no such active user in the location.");
  return member;
}
