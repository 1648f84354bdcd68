import { inLanguage } from "@/lib/kit/language";
import { sayNumber } from "@/lib/kit/number";

/** More of one's own tasks are not counted. */
const countedTo = 1000;

const orMore = (count: number): string => `${sayNumber(count)}+`;
const counted = (count: number): string => (count >= countedTo ? orMore(count) : sayNumber(count));

/** The words of the tasks. */
export const messages = inLanguage("tasks", {
  title: "Tasks",
  orMore,
  toDo: (count: number) => `${counted(count)} to do`,
  late: (count: number) => `${counted(count)} overdue`,
  add: "Add task",
  whose: "Whose tasks",
  owners: { me: "Mine", everybody: "Everybody's", nobody: "Nobody's" },
  which: "Which tasks",
  states: { open: "To do", done: "Done" },
  grouping: "How tasks stand together",
  groupings: { due: "By due date", lead: "By lead" },
  withoutLead: "Without a lead",
  groups: {
    overdue: "Overdue",
    today: "Today",
    tomorrow: "Tomorrow",
    week: "In the next 7 days",
    later: "Later",
    undated: "No date",
    done: "Done",
  },
  overdue: "Overdue",
  complete: (title: string) => `Complete “${title}”`,
  reopen: (title: string) => `Open “${title}” again`,
  completed: "Task completed",
  reopened: "Task opened again",
  deleted: "Task deleted",
  failed: "The tasks could not be loaded",
  nobody: "Nobody",
  unnamed: "Unnamed contact",
  remove: "Delete",
  removeLabel: (title: string) => `Delete “${title}”`,
  more: "Show more",
  nothingToDo: "Nothing to do",
  nothingToDoHint: "Add what is to be done about a lead: it stands here by when it is due.",
  nothingDone: "Nothing done yet",
  nothingDoneHint: "What you tick off is kept here.",
  keys: { scope: "Tasks", next: "Next task", previous: "Task before", complete: "Complete, or open again" },
});
