import { inLanguage } from "@/lib/kit/language";

/** The words of the review of likely duplicates. */
export const messages = inLanguage("duplicates", {
  title: "Possible duplicates",
  leads: "Leads",
  hint: "Contacts that share an email, a phone, or a name and company",
  none: "No possible duplicates",
  noneHint: "Contacts that share an email, a phone, or a name and company show up here.",
  noneOfContact: "Nobody else looks like this person",
  all: "Show all",
  back: "Back to leads",
  failed: "The duplicates could not be loaded",
  more: "Show more",
  reasons: { email: "Same email", phone: "Same phone", name: "Same name and company" },
  pair: (one: string, other: string) => `${one} and ${other}`,
  noDeals: "None",
  tags: "Tags",
  mergeAll: (count: number) => `Merge all ${count}`,
  dismiss: "Not the same person",
  dismissed: "Marked as two people",
  dismissFailed: "That was not saved",
  keys: {
    next: "Next pair",
    previous: "Pair before",
    merge: "Merge the pair at hand",
    dismiss: "Not the same person",
  },
});
