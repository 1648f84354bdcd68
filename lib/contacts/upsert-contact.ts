import type { Context, Location } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { normalEmail } from "@/lib/kit/email";
import { normalPhone } from "@/lib/kit/phone";
import { insertContact } from "./create-contact";
import { recordColumns } from "./internal/record-columns";
import { holdSamePeople, type SamePerson } from "./internal/same-people";
import { lockContact } from "./internal/select-contacts";
import type { ContactInput, ContactRecord } from "./model";
import { saveContact } from "./update-contact";

export type UpsertContact = ContactInput & {
  /** Changes who is known, even where the location allows several contacts of one person. */
  prefersKnown?: boolean;
};

/** A contact, and whether it was made just now. */
export type Upserted = { contact: ContactRecord; isNew: boolean };

/**
 * Changes the contact that is known by the email or phone of `input`, by the first of them in the
 * location's order that knows anybody; else makes one. An email or phone that takes the place of
 * another keeps that one as a further address, and one that is somebody else's becomes a further
 * address as well: nothing known is lost, nothing said is.
 * @throws Invalid for an unknown user or business, and for custom values that do not fit.
 */
export function upsertContact(context: Context, { prefersKnown = false, ...input }: UpsertContact): Promise<Upserted> {
  return change<Upserted>(context, async (transaction) => {
    const columns = recordColumns(input, context.location);
    const people = await holdSamePeople(transaction, context, columns, prefersKnown);
    const [same] = people;
    if (!same) {
      const { contact, events } = await insertContact(transaction, context, input, columns);
      return { result: { contact, isNew: true }, events };
    }
    const contact = await lockContact(transaction, context, same.id);
    const others = people.filter(({ id }) => id !== contact.id);
    const changes = withoutLoss(input, contact, others, context.location);
    const { result, ...happened } = await saveContact(transaction, context, contact, changes);
    return { result: { contact: result, isNew: false }, ...happened };
  });
}

/** The changes of an upsert with every address that would otherwise go: the one before, or one of somebody else. */
function withoutLoss(
  input: ContactInput,
  contact: ContactRecord,
  others: SamePerson[],
  { country }: Location,
): ContactInput {
  const taken = new Set(others.map(({ by }) => by));
  const isFurther = (normal: (address: string) => string | null, known: string[], address: string | null | undefined) =>
    Boolean(address) && known.some((further) => normal(further) === normal(address ?? ""));
  const emails = settle(
    input.email,
    contact.email,
    taken.has("email") || isFurther(normalEmail, contact.additionalEmails, input.email),
  );
  const phones = settle(
    input.phone,
    contact.phone,
    taken.has("phone") || isFurther((phone) => normalPhone(phone, country), contact.additionalPhones, input.phone),
  );
  return {
    ...input,
    email: emails.first,
    phone: phones.first,
    additionalEmails: [...(input.additionalEmails ?? contact.additionalEmails), ...emails.further],
    additionalPhones: [...(input.additionalPhones ?? contact.additionalPhones), ...phones.further],
  };
}

/** Which address is the first from now on (undefined: the one there is), and which one is kept beside it. */
function settle(
  said: string | null | undefined,
  known: string | null,
  staysFurther: boolean,
): { first: string | undefined; further: string[] } {
  // An upsert that says nothing of an address, or an empty one, knows none: it takes none away.
  if (!said) return { first: undefined, further: [] };
  if (staysFurther) return { first: undefined, further: [said] };
  return { first: said, further: known === null ? [] : [known] };
}
