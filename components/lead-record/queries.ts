import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { LeadLocationAnswer, LeadRecordAnswer } from "@/lib/dialects/native/leads";

/** A lead with all that hangs on it. */
export const leadRecordQuery = (leadId: string) =>
  queryOptions({
    queryKey: ["leads", "record", leadId],
    queryFn: ({ signal }) => api<LeadRecordAnswer>(`/api/app/leads/${encodeURIComponent(leadId)}`, { signal }),
  });

/** Which other location of the person a lead is in that is not in this one. */
export const leadLocationQuery = (leadId: string) =>
  queryOptions({
    queryKey: ["leads", "location", leadId],
    queryFn: ({ signal }) =>
      api<LeadLocationAnswer>(`/api/app/leads/${encodeURIComponent(leadId)}/location`, { signal }),
    retry: false,
  });
