import { inLanguage } from "@/lib/kit/language";

/** The words of the box that leads are searched by. */
export const leadSearchMessages = inLanguage("leadSearch", { clear: "Clear the search" });
