import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { PipelineSettingsAnswer } from "@/lib/dialects/native/board";

/** What the location chose about its pipelines. */
export const pipelineSettingsQuery = () =>
  queryOptions({
    queryKey: ["pipeline-settings"],
    queryFn: ({ signal }) => api<PipelineSettingsAnswer>("/api/app/pipeline-settings", { signal }),
  });
