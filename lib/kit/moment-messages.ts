import { inLanguage } from "./language";

/** The words of moments that are near. */
export const momentMessages = inLanguage("moments", {
  yesterday: "Yesterday",
  today: "Today",
  tomorrow: "Tomorrow",
  justNow: "Just now",
  minutesAgo: (minutes: number) => `${minutes} min ago`,
  hoursAgo: (hours: number) => `${hours} h ago`,
});
