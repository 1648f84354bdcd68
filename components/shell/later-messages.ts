import { inLanguage } from "@/lib/kit/language";

/** The words of the shell's menus and of what comes after the page. */
export const laterMessages = inLanguage("shellLater", {
  locations: "Locations",
  switchFailed: (name: string) => `Could not switch to ${name}`,
  profile: "Profile and sessions",
  shortcuts: "Keyboard shortcuts",
  theme: "Theme",
  themes: { system: "System", light: "Light", dark: "Dark" },
  signOutFailed: "Could not sign out",
  everywhere: "Everywhere",
  palette: "Search and commands",
  create: "Create",
  search: "Search",
  help: "Show these shortcuts",
  undo: "Undo, while what was done is shown",
  notLoaded: "This could not be loaded. Check your connection and try again.",
  goTo: (screen: string) => `Go to ${screen.toLowerCase()}`,
});
