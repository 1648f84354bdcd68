import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { ExportsAnswer } from "@/lib/dialects/native/exports";

const pollMilliseconds = 1500;

/** The exports of the location; asked again while one is being written. */
export const exportsQuery = () =>
  queryOptions({
    queryKey: ["exports"],
    queryFn: ({ signal }) => api<ExportsAnswer>("/api/app/exports", { signal }),
    refetchInterval: ({ state }) =>
      state.data?.exports.some(({ status }) => status === "waiting" || status === "running") ? pollMilliseconds : false,
  });
