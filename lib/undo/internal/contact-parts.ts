import { and, asc, eq } from "drizzle-orm";
import { businesses, contactFollowers, contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { normalAddresses } from "@/lib/contacts/contact-columns";
import type { Transaction } from "@/lib/data/transaction";
import { normalEmail } from "@/lib/kit/email";
import { newId } from "@/lib/kit/id";
import { normalPhone } from "@/lib/kit/phone";
import { lockRow, type Part, rowOf, type State, type Subject } from "./parts";

/** The ids of those who follow a contact, in the order they were named. */
export const followers: Part = {
  has: (field) => field === "followers",
  read: async (transaction, context, subject) => {
    const rows = await transaction
      .select({ userId: contactFollowers.userId })
      .from(contactFollowers)
      .where(ofContact(context, subject))
      .orderBy(asc(contactFollowers.position), asc(contactFollowers.id));
    return { followers: rows.map(({ userId }) => userId) };
  },
  write: async (transaction, context, subject, { followers: userIds }) => {
    await transaction.delete(contactFollowers).where(ofContact(context, subject));
    const rows = (Array.isArray(userIds) ? userIds.map(String) : []).map((userId, position) => ({
      locationId: context.location.id,
      id: newId(),
      contactId: subject.id,
      userId,
      position,
    }));
    if (rows.length > 0) await transaction.insert(contactFollowers).values(rows);
  },
};

const ofContact = ({ location }: Context, { id }: Subject) =>
  and(eq(contactFollowers.locationId, location.id), eq(contactFollowers.contactId, id));

/** The contact's row, with the normal forms by which it is found. */
export const contactRow: Part = rowOf(contacts, async (transaction, context, values, subject) => {
  await requireBusiness(transaction, context, values);
  return { ...firstForms(context, values), ...(await furtherForms(transaction, context, values, subject)) };
});

/** @throws Conflict (rule `business_gone`) when a contact is to go back to a business that is not there any more. */
async function requireBusiness(transaction: Transaction, context: Context, { businessId }: State): Promise<void> {
  if (typeof businessId !== "string") return;
  const subject = { type: "business", id: businessId, contactId: null, opportunityId: null };
  const { deletedAt } = await lockRow(transaction, context, businesses, subject);
  if (deletedAt)
    throw new Conflict("business_gone", "This can not be undone: the business was deleted since. Restore it first.");
}

const firstForms = ({ location }: Context, { email, phone }: State): State => ({
  ...(email !== undefined && { emailNormal: typeof email === "string" ? normalEmail(email) : null }),
  ...(phone !== undefined && { phoneNormal: typeof phone === "string" ? normalPhone(phone, location.country) : null }),
});

async function furtherForms(
  transaction: Transaction,
  context: Context,
  { additionalEmails, additionalPhones }: State,
  subject: Subject,
): Promise<State> {
  if (additionalEmails === undefined && additionalPhones === undefined) return {};
  const row = await lockRow(transaction, context, contacts, subject);
  const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  const emails = textsOf(additionalEmails ?? row.additionalEmails);
  const phones = textsOf(additionalPhones ?? row.additionalPhones);
  return { otherAddresses: normalAddresses(emails, phones, context.location) };
}
