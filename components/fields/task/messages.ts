import { inLanguage } from "@/lib/kit/language";

/** The words of a task and of changing it. */
export const taskMessages = inLanguage("task", {
  title: "What is to be done",
  noTitle: "Say what is to be done.",
  due: "Due",
  soon: { today: "Today", tomorrow: "Tomorrow", nextWeek: "Next week" },
  noDate: "No date",
  noTime: "Choose a date and a time.",
  assignee: "Assigned to",
  nobody: "Nobody yet",
  repeat: "Repeats",
  never: "Never",
  repeats: { daily: "Every day", weekly: "Every week", monthly: "Every month", yearly: "Every year" },
  editTitle: "Edit the title",
  plan: "When and for whom",
  planOf: (title: string) => `When and for whom: ${title}`,
  save: "Save",
  changed: "Task changed",
  failed: (title: string) => `“${title}” could not be changed`,
  keys: { title: "Edit the title", plan: "Change when it is due, and for whom" },
});
