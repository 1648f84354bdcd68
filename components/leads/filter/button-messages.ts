import { inLanguage } from "@/lib/kit/language";

/** The word on the button of the filter, apart from all that is said once it is open. */
export const buttonMessages = inLanguage("filterButton", { filter: "Filter" });
