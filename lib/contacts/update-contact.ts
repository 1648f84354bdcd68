import { and, eq, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { valuesInEvent } from "@/lib/custom-fields/lead-values";
import { listFieldsOf, resolveGivenValues, saveValues } from "@/lib/custom-fields/record-values";
import { type Change, change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { difference } from "@/lib/events/catalogue";
import { addTags } from "@/lib/tags/add-tags";
import { recordColumns } from "./internal/record-columns";
import { refuseDuplicates } from "./internal/same-people";
import { contactInLocation, lockContact } from "./internal/select-contacts";
import type { ContactInput, ContactRecord } from "./model";
import { suspectDuplicates } from "./suspect-duplicates";

/**
 * Changes a contact: fields that are undefined stay, null clears.
 * @throws NotFound; DuplicateContact when the new email or phone is somebody else's and the location
 * does not allow that; Invalid for an unknown user or business, and for custom values that do not fit.
 */
export function updateContact(
  context: Context,
  { contactId, changes }: { contactId: string; changes: ContactInput },
): Promise<ContactRecord> {
  return change(context, async (transaction) => {
    const contact = await lockContact(transaction, context, contactId);
    const { emailNormal, phoneNormal } = recordColumns(changes, context.location, contact);
    await refuseDuplicates(
      transaction,
      context,
      {
        emailNormal: emailNormal === contact.emailNormal ? null : emailNormal,
        phoneNormal: phoneNormal === contact.phoneNormal ? null : phoneNormal,
      },
      contactId,
    );
    return saveContact(transaction, context, contact, changes);
  });
}

/** Writes what differs of a contact that is held. @throws Invalid, as updateContact does. */
export async function saveContact(
  transaction: Transaction,
  context: Context,
  contact: ContactRecord,
  changes: ContactInput,
): Promise<Change<ContactRecord>> {
  const given = changes.customValues ?? [];
  const fields = given.length > 0 ? await listFieldsOf(transaction, context, "contact") : [];
  const custom = resolveGivenValues(fields, given);
  if (custom.issues.length > 0) throw new Invalid(custom.issues);
  const columns = recordColumns(changes, context.location, contact);
  const valuesBefore = contact.customValues.map(({ id, value }): [string, unknown] => [id, value]);
  const { before, after } = difference<Record<string, unknown>>(
    { ...contact, ...valuesInEvent(valuesBefore) },
    { ...columns, ...valuesInEvent(custom.values) },
  );
  delete after.otherAddresses;
  if (Object.keys(after).length === 0) return { result: contact, unchanged: true };
  const { id } = contact;
  await transaction
    .update(contacts)
    .set({ ...columns, version: sql`${contacts.version} + 1`, updatedAt: context.now })
    .where(and(eq(contacts.locationId, context.location.id), eq(contacts.id, id)));
  const reachedAnew = "emailNormal" in after || "phoneNormal" in after;
  const [suspected] = await Promise.all([
    reachedAnew ? suspectDuplicates(transaction, context, id) : [],
    addTags(transaction, context, columns.tags ?? []),
    saveValues(transaction, context, { contactId: id }, custom.values),
  ]);
  const event = { type: "contact.updated" as const, subject: { type: "contact", id }, contactId: id };
  for (const states of [before, after]) {
    delete states.emailNormal;
    delete states.phoneNormal;
    delete states.otherAddresses;
  }
  return {
    result: await contactInLocation(transaction, context, id),
    events: [{ ...event, before, after }, ...suspected],
  };
}
