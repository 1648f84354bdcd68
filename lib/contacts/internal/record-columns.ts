import type { contacts } from "@/db/schema/contacts";
import type { Location } from "@/lib/access/context";
import { contactColumns, normalAddresses } from "@/lib/contacts/contact-columns";
import type { ContactInput, ContactRecord } from "@/lib/contacts/model";
import { normalEmail } from "@/lib/kit/email";
import { normalPhone } from "@/lib/kit/phone";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { lowerTags } from "@/lib/tags/model";

type Columns = Partial<typeof contacts.$inferInsert>;

/**
 * The columns that a command sets on a contact: its fields, their normal forms, tags lower-cased, and
 * further addresses without the ones that are the first. Channels that are named are changed, others stay.
 */
export function recordColumns(input: ContactInput, location: Location, known?: ContactRecord): Columns {
  const { tags, customValues, channelDisturbance, additionalEmails, additionalPhones, ...fields } = input;
  const columns: Columns = withoutUndefined(contactColumns(fields, location, known));
  if (tags) columns.tags = lowerTags(tags);
  if (channelDisturbance !== undefined)
    columns.channelDisturbance = channelDisturbance && { ...known?.channelDisturbance, ...channelDisturbance };
  const reaches = [fields.email, fields.phone, additionalEmails, additionalPhones].some((part) => part !== undefined);
  return reaches ? { ...columns, ...furtherAddresses(input, columns, location, known) } : columns;
}

function furtherAddresses(input: ContactInput, columns: Columns, location: Location, known?: ContactRecord): Columns {
  const emailNormal = columns.emailNormal === undefined ? known?.emailNormal : columns.emailNormal;
  const phoneNormal = columns.phoneNormal === undefined ? known?.phoneNormal : columns.phoneNormal;
  const phoneForm = (phone: string) => normalPhone(phone, location.country);
  const { email = null, phone = null, additionalEmails = [], additionalPhones = [] } = known ?? {};
  const emails = distinct(
    input.additionalEmails ?? besideFirst(additionalEmails, email, normalEmail, emailNormal),
    normalEmail,
    emailNormal,
  );
  const phones = distinct(
    input.additionalPhones ?? besideFirst(additionalPhones, phone, phoneForm, phoneNormal),
    phoneForm,
    phoneNormal,
  );
  return {
    additionalEmails: emails,
    additionalPhones: phones,
    otherAddresses: normalAddresses(emails, phones, location),
  };
}

/** The further addresses there are; and the one that was the first, where one of them takes its place. */
const besideFirst = (
  further: string[],
  firstBefore: string | null,
  normal: (address: string) => string | null,
  first: string | null | undefined,
): string[] =>
  firstBefore !== null && further.some((address) => normal(address) === first) ? [...further, firstBefore] : further;

/** Addresses as they were given; those of one normal form once, and without the first one. */
function distinct(
  given: string[],
  normal: (address: string) => string | null,
  first: string | null | undefined,
): string[] {
  const found = new Map<string, string>();
  for (const address of given) {
    const form = normal(address);
    if (form !== null && form !== first && !found.has(form)) found.set(form, address.trim());
  }
  return [...found.values()];
}
