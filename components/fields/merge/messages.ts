import { inLanguage } from "@/lib/kit/language";
import type { MergedLeadField } from "@/lib/merging/model";

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);

/** The words of a merge. */
export const mergeMessages = inLanguage("merge", {
  title: "Merge",
  hint: "What belongs to them comes together in the one you keep. Further emails, phones and tags stay beside the first. You can undo it.",
  failed: "What could be merged could not be loaded",
  retry: "Try again",
  nothing: "There is nothing to merge. Choose two leads or more.",
  people: "Who becomes one",
  includes: (name: string, number: number) => `Merge ${name}, #${number}`,
  survivor: "Keep",
  keeps: (name: string, number: number) => `Keep ${name}, #${number}`,
  since: (when: string) => `since ${when}`,
  fields: "Whose value each field takes",
  same: (count: number) => (count === 1 ? "1 field is the same" : `${count} fields are the same`),
  empty: "Empty",
  take: (label: string, value: string) => `${label}: ${value}`,
  unnamed: "Without a name",
  deals: "Deals",
  mergeDeals: "Their deals",
  keepDeals: "Stay deals of their own",
  intoDeal: (name: string) => `Become one: ${name}`,
  dealFields: "What the deal says",
  action: (count: number) => (count < 2 ? "Merge deals" : `Merge ${people(count)}`),
  merge: "Merge",
  merged: (name: string) => `Merged into ${name}`,
  mergeFailed: "They were not merged",
  leadNames: {
    name: "Name",
    valueMinor: "Value",
    source: "Source",
    description: "Description",
    lastContactedOn: "Last contact",
    categoryId: "Category",
    ownerId: "Owner",
  } satisfies Record<MergedLeadField, string>,
});
