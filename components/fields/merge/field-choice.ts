import { contactFieldNames } from "@/components/fields/contact-field-messages";
import { formatMoney } from "@/components/fields/money";
import type { DuplicateContactAnswer } from "@/lib/dialects/native/duplicates";
import { sayDate } from "@/lib/kit/moment";
import {
  type MergedContactField,
  mergedContactFields,
  type MergedLeadField,
  mergedLeadFields,
} from "@/lib/merging/model";
import { mergeMessages } from "./messages";

type Contact = DuplicateContactAnswer;
export type Deal = Contact["leads"][number];

/** A field of which the records have different values: what each of them has, in words. */
export type FieldChoice<Field extends string> = {
  field: Field;
  label: string;
  values: { id: string; value: string }[];
};

/** What people know a contact by. */
export const nameOf = ({ fields }: Contact): string =>
  fields.name || fields.email || fields.phone || mergeMessages.unnamed;

/** The fields of contacts to choose for, and how many are the same everywhere. */
export function contactChoices(contacts: Contact[]): { choices: FieldChoice<MergedContactField>[]; same: number } {
  const known = mergedContactFields.filter((field) => contacts.some(({ fields }) => fields[field]));
  const choices = known
    .map((field) => ({
      field,
      label: contactFieldNames[field],
      values: contacts.map(({ id, fields }) => ({ id, value: fields[field] ?? "" })),
    }))
    .filter(differs);
  return { choices, same: known.length - choices.length };
}

/** The fields of deals to choose for. */
export const dealChoices = (deals: Deal[]): FieldChoice<MergedLeadField>[] =>
  mergedLeadFields
    .map((field) => ({
      field,
      label: mergeMessages.leadNames[field],
      values: deals.map((deal) => ({ id: deal.id, value: sayDealField(deal, field) })),
    }))
    .filter(differs);

const differs = ({ values }: FieldChoice<string>): boolean => new Set(values.map(({ value }) => value)).size > 1;

const partsOfName: readonly string[] = ["firstName", "middleName", "lastName"];

/** What is shown of the choices: the parts of a name go with the whole of it. */
export function shownChoices<Field extends string>(choices: FieldChoice<Field>[]): FieldChoice<Field>[] {
  const asksName = choices.some(({ field }) => field === "name");
  return choices.filter(({ field }) => !(asksName && partsOfName.includes(field)));
}

/** Whose value each field takes: as chosen, else the survivor's where it has one, else the first that is known. */
export function takenValues<Field extends string>(
  choices: FieldChoice<Field>[],
  survivorId: string,
  chosen: Readonly<Record<string, string>>,
): Map<string, string> {
  const takes = ({ field, values }: FieldChoice<Field>): string => {
    const picked = values.find(({ id }) => id === chosen[field]);
    const own = values.find(({ id, value }) => id === survivorId && value !== "");
    return (picked ?? own ?? values.find(({ value }) => value !== ""))?.id ?? survivorId;
  };
  const taken = new Map<string, string>(shownChoices(choices).map((choice) => [choice.field, takes(choice)]));
  const ofName = taken.get("name");
  for (const { field } of choices) if (!taken.has(field) && ofName !== undefined) taken.set(field, ofName);
  return taken;
}

function sayDealField(deal: Deal, field: MergedLeadField): string {
  switch (field) {
    case "valueMinor":
      return deal.valueMinor === null ? "" : formatMoney(deal.valueMinor, deal.currency);
    case "lastContactedOn":
      return deal.lastContactedOn === null ? "" : sayDate(deal.lastContactedOn, true);
    case "categoryId":
      return deal.categoryName ?? "";
    case "ownerId":
      return deal.ownerName ?? "";
    case "name":
    case "source":
    case "description":
      return deal[field] ?? "";
  }
}
