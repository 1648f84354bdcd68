import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { TagsAnswer, TagUsageAnswer } from "@/lib/dialects/native/tags";

/** The location's tags whose names have a part, page after page. */
export const tagsQuery = (search = "") =>
  infiniteQueryOptions({
    queryKey: ["tags", "list", search],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ ...(search && { search }), ...(pageParam && { after: pageParam }) });
      return api<TagsAnswer>(`/api/app/tags?${query}`, { signal });
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** How many contacts have a tag. */
export const tagUsageQuery = (tagId: string) =>
  queryOptions({
    queryKey: ["tags", "usage", tagId],
    queryFn: ({ signal }) => api<TagUsageAnswer>(`/api/app/tags/${tagId}/usage`, { signal }),
    staleTime: 0,
  });
