import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { MembersAnswer } from "@/lib/dialects/native/members";

/** Who works in the location, and its teams. */
export const membersQuery = () =>
  queryOptions({
    queryKey: ["members"],
    queryFn: ({ signal }) => api<MembersAnswer>("/api/app/members", { signal }),
  });
