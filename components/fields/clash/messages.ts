import { inLanguage } from "@/lib/kit/language";

/** The words of a field that two people changed. */
export const clashMessages = inLanguage("clash", {
  title: "Somebody else changed this meanwhile",
  hint: "Your change was not saved. Choose for each field which value it is to have.",
  theirs: (name: string | undefined, when: string) => (name ? `${name}, ${when}` : "As it is now"),
  yours: "Yours",
  keepChosen: "Save what is chosen",
});
