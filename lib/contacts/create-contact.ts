import { contacts } from "@/db/schema/contacts";
import { type Context, userIdOf } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { valuesInEvent } from "@/lib/custom-fields/lead-values";
import { listFieldsOf, resolveGivenValues, saveValues } from "@/lib/custom-fields/record-values";
import { change } from "@/lib/data/doors";
import { insertRow } from "@/lib/data/prepared";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { addTags } from "@/lib/tags/add-tags";
import { recordColumns } from "./internal/record-columns";
import { refuseDuplicates } from "./internal/same-people";
import { contactInLocation } from "./internal/select-contacts";
import type { ContactInput, ContactRecord } from "./model";
import { suspectDuplicates } from "./suspect-duplicates";

/**
 * Makes a contact.
 * @throws DuplicateContact when somebody is known by its email or phone and the location does not allow
 * two; Invalid for an unknown user or business, and for custom values that do not fit.
 */
export function createContact(context: Context, input: ContactInput): Promise<ContactRecord> {
  return change(context, async (transaction) => {
    const columns = recordColumns(input, context.location);
    await refuseDuplicates(transaction, context, columns);
    const { contact: result, events } = await insertContact(transaction, context, input, columns);
    return { result, events };
  });
}

/** Writes a new contact that nothing stands against. Answers it, and the events that say so. */
export async function insertContact(
  transaction: Transaction,
  context: Context,
  input: ContactInput,
  columns: ReturnType<typeof recordColumns>,
): Promise<{ contact: ContactRecord; events: [NewEvent, ...NewEvent[]] }> {
  const given = input.customValues ?? [];
  const fields = given.length > 0 ? await listFieldsOf(transaction, context, "contact") : [];
  const custom = resolveGivenValues(fields, given);
  if (custom.issues.length > 0) throw new Invalid(custom.issues);
  const id = newId();
  const { id: locationId } = context.location;
  const made = { createdById: userIdOf(context), createdAt: context.now, updatedAt: context.now };
  const row = insertRow(transaction, contacts, { ...columns, ...made, locationId, id });
  const further = Promise.all([
    addTags(transaction, context, columns.tags ?? []),
    saveValues(transaction, context, { contactId: id }, custom.values),
  ]);
  // What is read goes out behind the row without waiting for it; values, which it shows, take a trip of their own.
  if (custom.values.size > 0) await Promise.allSettled([row, further]);
  const shown = Promise.all([contactInLocation(transaction, context, id), suspectDuplicates(transaction, context, id)]);
  // A row that is refused makes all of them fail: its reason is the one to tell.
  await Promise.allSettled([row, further, shown]);
  await row;
  await further;
  const [contact, suspected] = await shown;
  const { emailNormal, phoneNormal, otherAddresses, ...said } = columns;
  const after = { ...said, ...valuesInEvent(custom.values) };
  const created: NewEvent = { type: "contact.created", subject: { type: "contact", id }, contactId: id, after };
  return { contact, events: [created, ...suspected] };
}
