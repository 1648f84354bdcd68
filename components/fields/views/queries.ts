import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { ViewsAnswer } from "@/lib/dialects/native/views";
import type { ViewKind } from "@/lib/views/model";

/** The saved views of a screen: the team's, and one's own. */
export const viewsQuery = (kind: ViewKind) =>
  queryOptions({
    queryKey: ["views", kind],
    queryFn: ({ signal }) => api<ViewsAnswer>(`/api/app/views?kind=${kind}`, { signal }),
    staleTime: 60_000,
  });
