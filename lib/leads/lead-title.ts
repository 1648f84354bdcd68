import type { ContactChanges } from "@/lib/contacts/model";
import { joinName, slugify } from "@/lib/kit/text";

/** What a lead without a name of its own is called: by its person, else their firm, else how to reach them. */
export function leadTitle(contact: ContactChanges = {}): string {
  return (
    contact.name?.trim() ||
    joinName(contact.firstName, contact.middleName, contact.lastName) ||
    contact.companyName?.trim() ||
    contact.email?.trim() ||
    contact.phone?.trim() ||
    "New lead"
  );
}

/** The slug of a new lead: its person's name, else its title, and the end of its id, which no other has. */
export const leadSlug = (id: string, title: string, contact: ContactChanges = {}): string =>
  `${slugify(joinName(contact.firstName, contact.lastName) ?? title) || "lead"}-${id.slice(-8).toLowerCase()}`;
