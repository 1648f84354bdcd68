import type { FilterChoices } from "@/components/leads/filter/fields";
import { customFieldId, kindOfCustomField } from "@/lib/leads/query/model";

/** How the cells of a column are edited. */
export type EditKind = "text" | "email" | "phone" | "number" | "money" | "date" | "flag" | "choice" | "choices";

const kinds: Record<string, EditKind> = {
  name: "text",
  valueMinor: "money",
  stage: "choice",
  owner: "choice",
  source: "text",
  tags: "choices",
  lastContactedOn: "date",
  contactName: "text",
  companyName: "text",
  jobTitle: "text",
  email: "email",
  phone: "phone",
  city: "text",
  state: "text",
  country: "text",
  description: "text",
};

/** How the fields that a location added are edited, by the kind of their values. */
const customKinds: Record<(typeof kindOfCustomField)[keyof typeof kindOfCustomField], EditKind> = {
  text: "text",
  number: "number",
  date: "date",
  flag: "flag",
  label: "choice",
  words: "choices",
};

/** How the cells of a column are edited here; null for those that are not. */
export function editKindOf(column: string, { choices }: FilterChoices): EditKind | null {
  const customId = customFieldId(column);
  if (customId === null) return kinds[column] ?? null;
  const custom = choices?.customFields.find(({ id }) => id === customId);
  return custom ? customKinds[kindOfCustomField[custom.dataType]] : null;
}
