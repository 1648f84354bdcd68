import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { TasksAnswer } from "@/lib/dialects/native/tasks";

export type TasksSearch = { state: "open" | "done"; of: "me" | "nobody" | "everybody" };

/** Tasks by when they are due, or when they were done, page after page. */
export const tasksQuery = ({ state, of }: TasksSearch) =>
  infiniteQueryOptions({
    queryKey: ["tasks", state, of],
    queryFn: ({ pageParam, signal }) =>
      api<TasksAnswer>(`/api/app/tasks?${new URLSearchParams({ state, of, ...(pageParam && { after: pageParam }) })}`, {
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
