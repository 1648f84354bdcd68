import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { PipelineSettingsAnswer } from "@/lib/dialects/native/board";
import type { PipelinesAnswer } from "@/lib/dialects/native/pipelines";

/** What the location chose about its pipelines. */
export const pipelineSettingsQuery = () =>
  queryOptions({
    queryKey: ["pipeline-settings"],
    queryFn: ({ signal }) => api<PipelineSettingsAnswer>("/api/app/pipeline-settings", { signal }),
  });

/** The pipelines with their stages. */
export const pipelinesQuery = () =>
  queryOptions({
    queryKey: ["pipelines"],
    queryFn: ({ signal }) => api<PipelinesAnswer>("/api/app/pipelines", { signal }),
  });

/** Reads again what the screens have of pipelines and their stages. */
export function refreshPipelines(client: QueryClient): void {
  for (const key of ["pipelines", "stages", "board", "leads", "lead", "overview"])
    void client.invalidateQueries({ queryKey: [key] });
}
