import type { Context } from "@/lib/access/context";
import { getBusiness } from "@/lib/businesses/get-business";
import type { ContactQuery } from "./model";
import { type ContactPage, searchContacts } from "./search-contacts";

/** Which contacts of a business are asked for. */
export type ContactsOfBusiness = { businessId: string; page: Pick<ContactQuery, "limit" | "offset" | "search"> };

/** A page of the contacts of a business, the newest first. @throws NotFound for a business that the location does not have. */
export async function contactsOfBusiness(
  context: Context,
  { businessId, page }: ContactsOfBusiness,
): Promise<ContactPage> {
  await getBusiness(context, businessId);
  const filter = { all: [{ field: "businessId", operator: "is" as const, value: businessId }] };
  return searchContacts(context, { ...page, filter, sorts: [] });
}
