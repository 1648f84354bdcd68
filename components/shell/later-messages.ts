/** The words of the shell's menus and of what comes after the page. */
export const laterMessages = {
  locations: "Locations",
  switchFailed: (name: string) => `Could not switch to ${name}`,
  profile: "Profile and sessions",
  theme: "Theme",
  themes: { system: "System", light: "Light", dark: "Dark" },
  signOutFailed: "Could not sign out",
  everywhere: "Everywhere",
  goTo: (screen: string) => `Go to ${screen.toLowerCase()}`,
} as const;
