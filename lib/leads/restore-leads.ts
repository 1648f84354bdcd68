import { and, eq, inArray, isNull } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { lockMany } from "./internal/lock-many";
import { eventOf, told, writeMany } from "./internal/write-many";

/**
 * Takes many leads back out of the bin. Left out are those that the caller could not read, that were
 * put together with another lead, or whose contact is deleted.
 */
export function restoreLeads(context: Context, { ids }: { ids: readonly string[] }): Promise<void> {
  return change(context, async (transaction, inside) => {
    const deleted = await lockMany(transaction, inside, ids, { deleted: true });
    const living = await transaction
      .select({ id: contacts.id })
      .from(contacts)
      .where(
        and(
          eq(contacts.locationId, context.location.id),
          isNull(contacts.deletedAt),
          inArray(
            contacts.id,
            deleted.map(({ contactId }) => contactId),
          ),
        ),
      );
    const people = new Set(living.map(({ id }) => id));
    const leads = deleted.filter((lead) => lead.mergedIntoId === null && people.has(lead.contactId));
    await writeMany(
      transaction,
      inside,
      leads.map(({ id }) => id),
      { deletedAt: null },
    );
    return told(leads.map((lead) => eventOf(lead, { type: "lead.restored", after: { name: lead.name } })));
  });
}
