import { inLanguage } from "@/lib/kit/language";

/** The words for links and views that ask for something that can not be shown. */
export const wrongMessages = inLanguage("wrong", {
  title: "This list can not be shown as it was asked for",
  goneField: "A filter is by a field that is not there any more.",
  goneOperator: (part: string) => `“${part}” can not be compared that way.`,
  filter: "The filter is more than a list can be asked for.",
  sort: "It is sorted by a field that is not there, or that nothing can be sorted by.",
  columns: "A column is not there any more.",
  search: "There are too many words to search for.",
  showRest: "Show the rest",
  showAll: "Show all leads",

  unread: (parts: readonly string[]) => `The link could not be read whole. ${sentence(parts)} left out.`,
  parts: { filter: "its filter", sort: "its order", group: "its grouping", columns: "its choice of columns" },
  goneView: "This view is not there any more, or it is no longer shared with you. These are all leads.",
  dismiss: "Dismiss",
});

/** `Its filter is`, `Its filter and its order are`. */
function sentence(parts: readonly string[]): string {
  const words = parts.join(", ").replace(/, ([^,]*)$/, " and $1");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)} ${parts.length > 1 ? "are" : "is"}`;
}
