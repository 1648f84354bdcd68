import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { LeadChoicesAnswer } from "@/lib/dialects/native/lead-choices";
import type { StagesAnswer } from "@/lib/dialects/native/stages";

/** The users, categories, words and custom fields that leads can be given, and told apart by. */
export const leadChoicesQuery = () =>
  queryOptions({
    queryKey: ["lead-choices"],
    queryFn: ({ signal }) => api<LeadChoicesAnswer>("/api/app/lead-choices", { signal }),
    staleTime: 60_000,
  });

/** The stages that leads can be in. */
export const stagesQuery = () =>
  queryOptions({
    queryKey: ["stages"],
    queryFn: ({ signal }) => api<StagesAnswer>("/api/app/stages", { signal }),
    staleTime: 60_000,
  });
