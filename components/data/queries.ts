import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { ExportsAnswer } from "@/lib/dialects/native/exports";
import type { LocationImportsAnswer } from "@/lib/dialects/native/location-imports";

const pollMilliseconds = 1500;

type Job = { status: "waiting" | "running" | "done" | "failed" };

/** Whether a file is still being written or read. */
export const isUnderWay = ({ status }: Job): boolean => status === "waiting" || status === "running";

const askedAgain = (jobs: readonly Job[] | undefined) => (jobs?.some(isUnderWay) ? pollMilliseconds : false);

/** The exports of the location; asked again while one is being written. */
export const exportsQuery = () =>
  queryOptions({
    queryKey: ["exports"],
    queryFn: ({ signal }) => api<ExportsAnswer>("/api/app/exports", { signal }),
    refetchInterval: ({ state }) => askedAgain(state.data?.exports),
  });

/** The exports that were read into the location; asked again while one is. */
export const locationImportsQuery = () =>
  queryOptions({
    queryKey: ["location-imports"],
    queryFn: ({ signal }) => api<LocationImportsAnswer>("/api/app/location-imports", { signal }),
    refetchInterval: ({ state }) => askedAgain(state.data?.imports),
  });
