import { inLanguage } from "@/lib/kit/language";

/** The words of pages that are not there, or could not be shown. */
export const pageMessages = inLanguage("pages", {
  description: "An open, self-hosted CRM.",
  failed: "This page could not be shown",
  failedHint: "Something went wrong on our side. Try again in a moment.",
  notFound: "There is no such page",
  notFoundHint: "The link is old, or has a typing mistake.",
  toOverview: "Go to the overview",
});
