import { useMutation, useQueryClient } from "@tanstack/react-query";
import { leadChoicesQuery } from "@/components/fields/lead-queries";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import { isFailedRequest } from "@/lib/client/api";
import type { TaskBody } from "@/lib/dialects/native/tasks";
import { changeKnownTask, type EditableTask } from "./known-tasks";
import { taskMessages as messages } from "./messages";

/** What is changed of a task by hand. */
export type TaskFields = Pick<TaskBody, "title" | "dueAt" | "assignedToId" | "repeats">;

/** `task` is what the person saw when they began. */
type Change = { task: EditableTask; fields: TaskFields; known?: TaskFields };

/**
 * Changes a task in place: the screens have it at once, give it back when the server refuses, and take
 * it back by Undo. What somebody else changed meanwhile is laid before the person.
 */
export function useChangeTask(asOf: string, timeZone: string) {
  const client = useQueryClient();
  const undoable = useUndoable();
  const change = useMutation({
    mutationFn: ({ task, fields, known }: Change) =>
      write<object>(`/api/app/tasks/${task.id}`, {
        method: "PATCH",
        body: { ...fields, known: { ...only(fields, fieldsOf(task)), ...known } },
      }),
    onMutate: ({ task, fields: { assignedToId, ...fields } }) => {
      const people = client.getQueryData(leadChoicesQuery().queryKey)?.users;
      return changeKnownTask(client, task.id, (known) => ({
        ...known,
        ...fields,
        ...(assignedToId !== undefined && { assignedTo: people?.find(({ id }) => id === assignedToId) ?? null }),
      }));
    },
    onSuccess: (answer, { task, fields }) =>
      undoable({ title: messages.changed, description: fields.title ?? task.title, answers: [answer] }),
    onError: (error, { task, fields }, putBack) => {
      putBack?.();
      if (isFailedRequest(error) && error.clashes.length > 0)
        void import("./settle-clash")
          .then(({ settleClash }) =>
            settleClash(client, { fields, clashes: error.clashes, now: new Date(asOf), timeZone }),
          )
          .then((settled) => settled && change.mutate({ task, ...settled }));
      else showToast({ tone: "negative", title: messages.failed(task.title), description: error.message });
    },
    onSettled: () => Promise.all([["tasks"], ["lead"]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return change.mutate;
}

const fieldsOf = ({ title, dueAt, repeats, assignedTo }: EditableTask): Required<TaskFields> => ({
  title,
  dueAt,
  repeats,
  assignedToId: assignedTo?.id ?? null,
});

const only = (fields: object, all: object): object =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name in fields));
