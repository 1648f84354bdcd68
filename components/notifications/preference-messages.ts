import { inLanguage } from "@/lib/kit/language";

/** The words of how one is told of things. */
export const preferenceMessages = inLanguage("notificationPreferences", {
  title: "Notifications",
  hint: "What you are told of in this location. A mail comes for what you have not read within a minute.",
  what: "Tell me when",
  inApp: "In the app",
  byMail: "By mail",
  kinds: {
    assigned: "A lead or a task is given to me",
    mentioned: "A note names me",
    task_due: "A task of mine is due",
  },
  failed: "Your choices could not be loaded",
  failedSave: "Your choice was not saved",
});
