import { users } from "@/db/schema/companies";
import { clients } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import type { BusinessReference } from "@/lib/businesses/model";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { normalEmail } from "@/lib/kit/email";
import { newId } from "@/lib/kit/id";
import { joinName, slugify } from "@/lib/kit/text";
import type { Client } from "./model";

export type CreateClient = {
  contactId: string;
  firstName: string;
  lastName: string;
  email: string;
  business: BusinessReference | null;
  invoiceDueDays: number | null;
};

/**
 * Makes a contact a client, with a portal login that has no password yet.
 * @throws Invalid at `email` (rule `taken`) when a user of the installation has the address, be it of
 * the team or another client.
 */
export function createClient(context: Context, input: CreateClient): Promise<Client> {
  return change(context, async (transaction) => {
    const portalUserId = await createPortalUser(transaction, context, input);
    const { contactId, firstName, lastName, email, business, invoiceDueDays } = input;
    const { id: locationId, companyId } = context.location;
    const id = newId();
    const [made] = await transaction
      .insert(clients)
      .values({ locationId, id, companyId, contactId, businessId: business?.id, portalUserId, invoiceDueDays })
      .returning({ number: clients.number, createdAt: clients.createdAt, updatedAt: clients.updatedAt });
    if (!made) throw new Error("A client that was just made is not there.");
    return {
      result: { id, portalUserId, contactId, firstName, lastName, email, business, invoiceDueDays, ...made },
      events: [
        {
          type: "client.created",
          subject: { type: "client", id },
          contactId,
          after: { number: made.number, email, businessId: business?.id ?? null, invoiceDueDays },
        },
      ],
    };
  });
}

async function createPortalUser(transaction: Transaction, context: Context, input: CreateClient): Promise<string> {
  const { firstName, lastName, email } = input;
  const id = newId();
  const name = joinName(firstName, lastName) ?? email;
  await transaction.insert(users).values({
    id,
    companyId: context.location.companyId,
    kind: "client",
    name,
    // People sign in by email address; the username only has to be nobody else's.
    username: `${slugify(name) || "client"}-${id.slice(-8).toLowerCase()}`,
    email,
    emailNormal: normalEmail(email) ?? "",
  });
  return id;
}
