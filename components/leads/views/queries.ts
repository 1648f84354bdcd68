import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { ViewsAnswer } from "@/lib/dialects/native/views";

/** The saved views of the list of leads: the team's, and one's own. */
export const viewsQuery = () =>
  queryOptions({
    queryKey: ["views", "table"],
    queryFn: ({ signal }) => api<ViewsAnswer>("/api/app/views?kind=table", { signal }),
    staleTime: 60_000,
  });
