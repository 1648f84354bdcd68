import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeKnownTask } from "@/components/fields/task/known-tasks";
import { taskMessages } from "@/components/fields/task/messages";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import type { TaskBody } from "@/lib/dialects/native/tasks";
import type { ListedTask } from "./group-tasks";
import { messages } from "./messages";

type Change = { task: ListedTask; changes: Required<Pick<TaskBody, "completed">> | "delete" };

/**
 * Ticks off, opens again or deletes a task. It leaves the list at once, comes back when the server
 * refuses, and can be brought back by Undo.
 */
export function useEndTask() {
  const client = useQueryClient();
  const undoable = useUndoable();
  return useMutation({
    mutationFn: ({ task: { id }, changes }: Change) =>
      changes === "delete"
        ? write<object>(`/api/app/tasks/${id}`, { method: "DELETE" })
        : write<object>(`/api/app/tasks/${id}`, { method: "PATCH", body: changes }),
    onMutate: ({ task }) => changeKnownTask(client, task.id, () => null),
    onSuccess: (answer, { task, changes }) =>
      undoable({
        title: changes === "delete" ? messages.deleted : changes.completed ? messages.completed : messages.reopened,
        description: task.title,
        answers: [answer],
      }),
    onError: (error, { task }, putBack) => {
      putBack?.();
      showToast({ tone: "negative", title: taskMessages.failed(task.title), description: error.message });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ["tasks"] }),
  });
}
