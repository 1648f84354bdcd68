import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { ImportAnswer, ImportChoicesAnswer, ImportRowsAnswer, ImportsAnswer } from "@/lib/dialects/native/imports";

const pollMilliseconds = 1000;

/** Whether a job is at it. */
export const isAtWork = ({ status }: Pick<ImportAnswer, "status">): boolean =>
  status === "running" || status === "undoing";

/** The imports of the location, page after page. */
export const importsQuery = () =>
  infiniteQueryOptions({
    queryKey: ["imports", "list"],
    queryFn: ({ pageParam, signal }) =>
      api<ImportsAnswer>(`/api/app/imports${pageParam && `?${new URLSearchParams({ after: pageParam })}`}`, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ imports }) => imports.some(isAtWork)) ? pollMilliseconds : false,
  });

/** One import; asked again every second while a job is at it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", "one", id],
    queryFn: ({ signal }) => api<ImportAnswer>(`/api/app/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? pollMilliseconds : false),
  });

/** What columns can fill, and the stages and members of the location. */
export const importChoicesQuery = () =>
  queryOptions({
    queryKey: ["imports", "choices"],
    queryFn: ({ signal }) => api<ImportChoicesAnswer>("/api/app/imports/choices", { signal }),
    staleTime: 60_000,
  });

/** The first rows of an import of which there is something to tell. */
export const importRowsQuery = (id: string) =>
  queryOptions({
    queryKey: ["imports", "rows", id],
    queryFn: ({ signal }) => api<ImportRowsAnswer>(`/api/app/imports/${id}/rows?limit=50`, { signal }),
  });
