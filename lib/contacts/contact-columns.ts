import type { Location } from "@/lib/access/context";
import { normalEmail } from "@/lib/kit/email";
import { normalPhone } from "@/lib/kit/phone";
import { joinName, splitName } from "@/lib/kit/text";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import type { ContactChanges, ContactFields } from "./model";

/**
 * Keeps the whole name and its parts in step: what is given of one decides the other, unless somebody
 * set both to different things before.
 */
function nameColumns(changes: ContactChanges, known: Partial<ContactFields> | undefined): ContactChanges {
  const whole = (fields: Partial<ContactFields>) => joinName(fields.firstName, fields.middleName, fields.lastName);
  const partsGiven = [changes.firstName, changes.middleName, changes.lastName].some((part) => part !== undefined);
  const inStep = !known || (known.name ?? null) === whole(known);
  if (!inStep || partsGiven === (changes.name !== undefined)) return {};
  if (partsGiven) return { name: whole({ ...known, ...withoutUndefined(changes) }) };
  return { middleName: null, ...splitName(changes.name ?? "") };
}

/**
 * The columns that a command's changes set: the fields given, the normal forms of email and phone
 * (read by the location's country), and the rest of a name of which only the whole or parts are given.
 */
export function contactColumns(changes: ContactChanges, location: Location, known?: Partial<ContactFields>) {
  const columns: ContactChanges & { emailNormal?: string | null; phoneNormal?: string | null } = { ...changes };
  if (changes.email !== undefined) columns.emailNormal = changes.email ? normalEmail(changes.email) : null;
  if (changes.phone !== undefined)
    columns.phoneNormal = changes.phone ? normalPhone(changes.phone, location.country) : null;
  Object.assign(columns, nameColumns(changes, known));
  return columns;
}

/** The normal forms of further emails and phones, by which a contact is found beside its first ones. */
export const normalAddresses = (emails: string[], phones: string[], { country }: Location): string[] => [
  ...emails.map((email) => normalEmail(email)).filter((form) => form !== null),
  ...phones.map((phone) => normalPhone(phone, country)).filter((form) => form !== null),
];
