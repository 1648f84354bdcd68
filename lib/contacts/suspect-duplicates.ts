import { sql } from "drizzle-orm";
import { contacts, duplicateCandidates } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";

/** At most so many others are marked: a shared info@ address would mark hundreds, and help nobody. */
const mostMarked = 10;

/**
 * Marks the contact and the others with its email or phone as possible duplicates, for a person to
 * merge or dismiss; pairs that were marked before stay as they are. Answers an event for each new pair.
 */
export async function suspectDuplicates(
  transaction: Transaction,
  context: Context,
  contact: { id: string; emailNormal?: string | null; phoneNormal?: string | null },
): Promise<NewEvent[]> {
  const { id, emailNormal = null, phoneNormal = null } = contact;
  if (!emailNormal && !phoneNormal) return [];
  const others = await transaction
    .select({ id: contacts.id, sameEmail: sql<boolean>`coalesce(${contacts.emailNormal} = ${emailNormal}, false)` })
    .from(contacts)
    .where(
      sql`${contacts.locationId} = ${context.location.id} and ${contacts.deletedAt} is null and ${contacts.id} <> ${id}
        and (${contacts.emailNormal} = ${emailNormal} or ${contacts.phoneNormal} = ${phoneNormal})`,
    )
    .limit(mostMarked);
  if (others.length === 0) return [];
  const marked = await transaction
    .insert(duplicateCandidates)
    .values(
      others.map((other) => ({
        locationId: context.location.id,
        id: newId(),
        contactId: other.id < id ? other.id : id,
        otherContactId: other.id < id ? id : other.id,
        reason: other.sameEmail ? ("email" as const) : ("phone" as const),
      })),
    )
    .onConflictDoNothing()
    .returning();
  return marked.map((pair) => ({
    type: "duplicate.suspected",
    subject: { type: "contact", id },
    contactId: id,
    after: { otherContactId: pair.contactId === id ? pair.otherContactId : pair.contactId, reason: pair.reason },
  }));
}
