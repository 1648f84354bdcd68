import { inLanguage } from "@/lib/kit/language";
import { sayNumber } from "@/lib/kit/number";

const counted = (count: number, thing: string) => `${sayNumber(count)} ${thing}${count === 1 ? "" : "s"}`;

/** What notifications say, in the app and by mail. */
export const noticeMessages = inLanguage("notices", {
  hidden: "Something that is gone, or that you may not see any more",
  counted: {
    lead: (count: number) => counted(count, "lead"),
    task: (count: number) => counted(count, "task"),
    note: (count: number) => counted(count, "note"),
  },
  due: (task: string) => `Task due: ${task}`,
  manyDue: (many: string, count: number) => `${many} ${count === 1 ? "is" : "are"} due`,
  assigned: (who: string, lead: string) => `${who} assigned “${lead}” to you`,
  gaveTask: (who: string, task: string) => `${who} gave you a task: ${task}`,
  assignedMany: (who: string, many: string) => `${who} assigned ${many} to you`,
  mentioned: (who: string) => `${who} mentioned you in a note`,
  mentionedOn: (who: string, lead: string) => `${who} mentioned you on “${lead}”`,
  mentionedInMany: (who: string, many: string) => `${who} mentioned you in ${many}`,
});
