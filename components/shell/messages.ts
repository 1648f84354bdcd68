import { inLanguage } from "@/lib/kit/language";

/** The words of the shell. */
export const messages = inLanguage("shell", {
  skipToContent: "Skip to content",
  mainNavigation: "Main",
  overview: "Overview",
  leads: "Leads",
  pipeline: "Pipeline",
  tasks: "Tasks",
  settings: "Settings",
  search: "Search",
  apiReference: "API reference",
  collapse: "Collapse navigation",
  expand: "Expand navigation",
  switchLocation: (name: string) => `Location: ${name}. Switch location`,
  accountOf: "Account of",
  noLocation: "You are not a member of a location yet",
  noLocationHint: "Ask an administrator of your company to add you to one.",
  signOut: "Sign out",
  listKeys: { next: "Next in the list", previous: "The one before" },
});
