import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { leadChoicesQuery } from "@/components/fields/lead-queries";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import type { TasksAnswer } from "@/lib/dialects/native/tasks";

/** What can be changed of a task, as every screen that shows one has it. */
export type EditableTask = Pick<TasksAnswer["tasks"][number], "id" | "title" | "dueAt" | "repeats" | "assignedTo">;

/** Changes a task, or takes it away with null. */
export type TaskChange = <Task extends EditableTask>(task: Task) => Task | null;

type Lists = InfiniteData<TasksAnswer>;

/** Changes a task on every screen that has it, before the server has. Answers what takes that back. */
export async function changeKnownTask(client: QueryClient, taskId: string, change: TaskChange): Promise<() => void> {
  const lists = { queryKey: ["tasks"] };
  const records = {
    queryKey: ["lead"],
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[2] === "record",
  };
  // What is on its way would bring back what was there before.
  await Promise.all([client.cancelQueries(lists), client.cancelQueries(records)]);
  const before = [...client.getQueriesData(lists), ...client.getQueriesData(records)];
  const me = client.getQueryData(leadChoicesQuery().queryKey)?.me;
  const changed = <Task extends EditableTask>(tasks: Task[]) =>
    tasks.flatMap((task) => (task.id === taskId ? (change(task) ?? []) : task));
  for (const [queryKey, list] of client.getQueriesData<Lists>(lists)) {
    const [, state, of] = queryKey;
    const isListed = ({ id, assignedTo }: EditableTask) =>
      id !== taskId ||
      of === "everybody" ||
      (of === "nobody" ? assignedTo === null : me === undefined || assignedTo?.id === me);
    if (list)
      client.setQueryData<Lists>(
        queryKey,
        inOrder(list, state === "open", (tasks) => changed(tasks).filter(isListed)),
      );
  }
  client.setQueriesData<LeadRecordAnswer>(records, (record) => record && { ...record, tasks: changed(record.tasks) });
  return () => {
    for (const [queryKey, data] of before) client.setQueryData(queryKey, data);
  };
}

/** A list with other tasks; the open ones by when they are due, wherever a page ended. */
function inOrder(list: Lists, isByDue: boolean, change: (tasks: ListedTask[]) => ListedTask[]): Lists {
  const tasks = change(list.pages.flatMap((page) => page.tasks));
  // What has no date comes last, as no date begins like this.
  if (isByDue) tasks.sort((one, other) => ((one.dueAt ?? "~") < (other.dueAt ?? "~") ? -1 : 1));
  return { ...list, pages: list.pages.map((page, place) => ({ ...page, tasks: place === 0 ? tasks : [] })) };
}

type ListedTask = TasksAnswer["tasks"][number];
