import { inLanguage } from "@/lib/kit/language";

/** The words of the switch between table and board. */
export const leadViewsMessages = inLanguage("leadViews", { label: "View", table: "Table", board: "Board" });
