import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { DuplicatesAnswer } from "@/lib/dialects/native/duplicates";

/** The pairs of contacts that may be one person, page after page; those of one contact where it is named. */
export const duplicatesQuery = (contact: string) =>
  infiniteQueryOptions({
    queryKey: ["duplicates", contact],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...(contact && { contact }), ...(pageParam && { after: pageParam }) });
      return api<DuplicatesAnswer>(`/api/app/duplicates?${asked}`, { signal });
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
