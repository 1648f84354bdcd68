import { and, eq, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import type { Transaction } from "@/lib/data/transaction";
import { difference, type NewEvent } from "@/lib/events/catalogue";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { contactColumns } from "./contact-columns";
import type { ContactChanges } from "./model";
import { suspectDuplicates } from "./suspect-duplicates";

export type ChangeContact = {
  /** Of a contact that the caller was found to be allowed to change. */
  contactId: string;
  changes: ContactChanges & { type?: string; businessId?: string | null };
  /** The lead through which it is changed, whose timeline shows it. */
  opportunityId: string;
};

/**
 * Writes what differs of a contact, in the transaction of what it is changed for; a new email or phone
 * that others have marks them as possible duplicates. Answers the events, none when nothing differs.
 */
export async function changeContact(
  transaction: Transaction,
  context: Context,
  { contactId: id, changes, opportunityId }: ChangeContact,
): Promise<NewEvent[]> {
  const said = withoutUndefined(changes);
  if (Object.keys(said).length === 0) return [];
  const isIt = and(eq(contacts.locationId, context.location.id), eq(contacts.id, id));
  // The lock keeps two changes in order, also through two leads, so that each event's "before" is true.
  const [contact] = await transaction.select().from(contacts).where(isIt).for("no key update");
  if (!contact) throw new Error("The contact of a lead is not there.");
  const { emailNormal, phoneNormal, ...fields } = withoutUndefined(contactColumns(said, context.location, contact));
  // All that is written, the parts of a name that follow from the whole too: so it can be put back.
  const { before, after } = difference<Record<string, unknown>>(contact, fields);
  if (Object.keys(after).length === 0) return [];
  const columns = withoutUndefined({ ...fields, emailNormal, phoneNormal });
  await transaction
    .update(contacts)
    .set({ ...columns, version: sql`${contacts.version} + 1`, updatedAt: context.now })
    .where(isIt);
  const knownAnew = ["email", "phone", "name", "companyName"].some((field) => field in after);
  const suspected = knownAnew ? await suspectDuplicates(transaction, context, id) : [];
  const subject = { type: "contact", id };
  return [{ type: "contact.updated", subject, contactId: id, opportunityId, before, after }, ...suspected];
}
