import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { PipelineSettingsAnswer } from "@/lib/dialects/native/board";
import type { BinAnswer } from "@/lib/dialects/native/lead-actions";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import type { TimelineAnswer } from "@/lib/dialects/native/lead-timeline";
import type { LeadLocationAnswer } from "@/lib/dialects/native/leads";
import type { TimelineKind } from "@/lib/leads/model";

/** Where the API has a lead. */
export const leadApiPath = (leadId: string): string => `/api/app/leads/${encodeURIComponent(leadId)}`;

/** A lead with all that is related to it. */
export const leadRecordQuery = (leadId: string) =>
  queryOptions({
    queryKey: ["lead", leadId, "record"],
    queryFn: ({ signal }) => api<LeadRecordAnswer>(leadApiPath(leadId), { signal }),
  });

/** What happened to a lead, page after page; everything without a kind. */
export const timelineQuery = (leadId: string, kind: TimelineKind | "all") =>
  infiniteQueryOptions({
    queryKey: ["lead", leadId, "timeline", kind],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ ...(kind !== "all" && { kind }), ...(pageParam && { after: pageParam }) });
      return api<TimelineAnswer>(`${leadApiPath(leadId)}/timeline?${asked}`, { signal });
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });

/** Which other location of the person a lead is in that is not in this one. */
export const leadLocationQuery = (leadId: string) =>
  queryOptions({
    queryKey: ["lead", leadId, "location"],
    queryFn: ({ signal }) => api<LeadLocationAnswer>(`${leadApiPath(leadId)}/location`, { signal }),
    retry: false,
  });

/** Why deals are lost here, and whether that is asked. */
export const pipelineSettingsQuery = () =>
  queryOptions({
    queryKey: ["pipeline-settings"],
    queryFn: ({ signal }) => api<PipelineSettingsAnswer>("/api/app/pipeline-settings", { signal }),
    staleTime: 60_000,
  });

/** The deleted leads, page after page. */
export const binQuery = () =>
  infiniteQueryOptions({
    queryKey: ["bin"],
    queryFn: ({ pageParam, signal }) =>
      api<BinAnswer>(`/api/app/leads/bin?${new URLSearchParams(pageParam ? { after: pageParam } : {})}`, { signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
