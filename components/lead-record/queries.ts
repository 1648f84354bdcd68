import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { LeadRecordAnswer } from "@/lib/dialects/native/leads";

/** A lead with all that hangs on it. */
export const leadRecordQuery = (leadId: string) =>
  queryOptions({
    queryKey: ["leads", "record", leadId],
    queryFn: ({ signal }) => api<LeadRecordAnswer>(`/api/app/leads/${encodeURIComponent(leadId)}`, { signal }),
  });
