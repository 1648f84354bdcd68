import { inLanguage } from "@/lib/kit/language";

/** The words of what can be made from any screen. */
export const appMessages = inLanguage("app", {
  title: "Create",
  lead: "New lead",
  leadWords: "add create deal contact",
  failed: "A new lead could not be begun",
  of: {
    task: "Add a task…",
    note: "Write a note…",
    call: "Log a call…",
    appointment: "Book an appointment…",
  },
});
