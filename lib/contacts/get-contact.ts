import { and, eq, isNull, sql } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import { type Context, seesAll } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { readAtOnce } from "@/lib/data/doors";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import { readableContacts } from "./internal/readable";
import { contactOf, selectContacts } from "./internal/select-contacts";
import type { ContactRecord } from "./model";

/** One contact with all that belongs to it. @throws NotFound when there is none that the caller may read. */
export async function getContact(context: Context, contactId: string): Promise<ContactRecord> {
  const row = await readAtOnce(context, async (transaction) => {
    const [found] = await (seesAll(context)
      ? anyContact(transaction).execute({ locationId: context.location.id, id: contactId })
      : selectContacts(transaction).where(and(readableContacts(context), eq(contacts.id, contactId))));
    return found;
  });
  if (!row) throw new NotFound("contact");
  return contactOf(row);
}

/** The query of those who see the whole location, built once. */
const anyContact = (transaction: ReadTransaction) =>
  prepared(transaction, "contact", (connection) =>
    selectContacts(connection).where(
      and(
        eq(contacts.locationId, sql.placeholder("locationId")),
        isNull(contacts.deletedAt),
        eq(contacts.id, sql.placeholder("id")),
      ),
    ),
  );

/** @throws NotFound when there is no such contact that the caller may read. */
export async function requireContact(transaction: ReadTransaction, context: Context, contactId: string): Promise<void> {
  const [found] = await transaction
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(readableContacts(context), eq(contacts.id, contactId)));
  if (!found) throw new NotFound("contact");
}
