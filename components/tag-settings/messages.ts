import { inLanguage } from "@/lib/kit/language";
import { sayNumber } from "@/lib/kit/number";

const contacts = (count: number, exact = true) =>
  count === 1 && exact ? "1 contact" : `${sayNumber(count)}${exact ? "" : " or more"} contacts`;
const have = (count: number, exact: boolean) =>
  count === 0 ? "No contact has it." : `${contacts(count, exact)} ${count === 1 && exact ? "has" : "have"} it.`;

/** The words of the settings of tags. */
export const messages = inLanguage("tagSettings", {
  title: "Tags",
  hint: "Words that contacts carry, and their leads with them. A word that is used somewhere joins the list by itself.",
  search: "Search tags",
  add: "Add tag",
  newTitle: "New tag",
  name: "Name",
  added: (name: string) => `${name} added`,
  contacts,
  showLeads: (name: string) => `Show leads tagged ${name}`,
  noneTitle: "No tags yet",
  noneHint: "Add one here, or write it on a lead.",
  noMatchTitle: "No tag matches",
  clear: "Clear search",
  failed: "The tags could not be loaded",
  more: "Show more",
  rename: (name: string) => `Rename ${name}`,
  renameTitle: (name: string) => `Rename the tag ${name}`,
  renameHint: "Every contact that has it gets the new word. Saved views that filter by the old one do not.",
  renameAction: "Rename tag",
  counting: "Counting who has it…",
  have,
  mergeQuestion: (from: string, to: string) =>
    `There is a tag ${to} already. Shall they become one? Then ${from} goes, and its contacts have ${to}.`,
  merge: "Make them one",
  renaming: (name: string) => `Renaming ${name}`,
  renamed: (from: string, to: string) => `${from} is called ${to}`,
  merged: (from: string, to: string) => `${from} has become ${to}`,
  isBack: (name: string) => `${name} is as before`,
  delete: (name: string) => `Delete ${name}`,
  deleteTitle: (name: string) => `Delete the tag ${name}?`,
  deleteHint: "It goes from the list, and from every contact that has it.",
  deleteAction: "Delete tag",
  deleting: (name: string) => `Deleting ${name}`,
  deleted: (name: string) => `${name} deleted`,
});
