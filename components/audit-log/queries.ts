import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { AuditLogAnswer } from "@/lib/dialects/native/audit-log";
import type { MembersAnswer } from "@/lib/dialects/native/members";

/** What is asked of the log, as its address and the API spell it; an empty text narrows nothing. */
export type AuditSearch = { actor: string; kind: string; from: string; to: string };

export const everything: AuditSearch = { actor: "", kind: "", from: "", to: "" };

/** The search as a query string. */
export const queryOf = (search: Partial<AuditSearch> & { after?: string }): string =>
  String(new URLSearchParams(Object.entries(search).filter(([, value]) => value)));

/** Who did what, page after page. */
export const auditLogQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ["audit-log", search],
    queryFn: ({ pageParam, signal }) =>
      api<AuditLogAnswer>(`/api/app/audit-log?${queryOf({ ...search, after: pageParam })}`, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** Whose doings there may be. */
export const peopleQuery = () =>
  queryOptions({
    queryKey: ["members"],
    queryFn: ({ signal }) => api<MembersAnswer>("/api/app/members", { signal }),
  });
