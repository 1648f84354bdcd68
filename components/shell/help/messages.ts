import { inLanguage } from "@/lib/kit/language";

/** The words of the sheet of keyboard shortcuts. */
export const helpMessages = inLanguage("help", {
  title: "Keyboard shortcuts",
  hint: "What the keys do here and now. Other screens have keys of their own.",
  search: "Search shortcuts",
  nothing: (typed: string) => `No key does “${typed}” here`,
  or: "or",
  singleKeys: "Single-key shortcuts",
  singleKeysHint: "Switch them off where they get in the way. Those with Ctrl or Command stay. Kept in this browser.",
});
