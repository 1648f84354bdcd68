import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import type { TaskBody, TasksAnswer } from "@/lib/dialects/native/tasks";
import type { ListedTask } from "./group-tasks";
import { messages } from "./messages";

type Change = { task: ListedTask; changes: TaskBody | "delete" };

/**
 * Changes or deletes a task. One that no longer belongs to the list leaves it at once, comes back when
 * the server refuses, and can be brought back by Undo.
 */
export function useChangeTask() {
  const client = useQueryClient();
  const undoable = useUndoable();
  return useMutation({
    mutationFn: ({ task: { id }, changes }: Change) =>
      changes === "delete"
        ? write<object>(`/api/app/tasks/${id}`, { method: "DELETE" })
        : write<object>(`/api/app/tasks/${id}`, { method: "PATCH", body: changes }),
    onMutate: async ({ task }) => {
      await client.cancelQueries({ queryKey: ["tasks"] });
      const before = client.getQueriesData<InfiniteData<TasksAnswer>>({ queryKey: ["tasks"] });
      client.setQueriesData<InfiniteData<TasksAnswer>>(
        { queryKey: ["tasks"] },
        (known) =>
          known && {
            ...known,
            pages: known.pages.map((page) => ({ ...page, tasks: page.tasks.filter(({ id }) => id !== task.id) })),
          },
      );
      return { before };
    },
    onSuccess: (answer, { task, changes }) =>
      undoable({
        title: changes === "delete" ? messages.deleted : changes.completed ? messages.completed : messages.reopened,
        description: task.title,
        answers: [answer],
      }),
    onError: (error, { task }, kept) => {
      for (const [key, data] of kept?.before ?? []) client.setQueryData(key, data);
      showToast({ tone: "negative", title: messages.failedChange(task.title), description: error.message });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["tasks"] }),
  });
}
