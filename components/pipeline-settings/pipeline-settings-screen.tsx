"use client";

import { useQuery } from "@tanstack/react-query";
import { QueryFailure } from "@/components/fields/query-failure";
import { Skeleton } from "@/components/ui/skeleton";
import { messages } from "./messages";
import { PipelineSettingsForm } from "./pipeline-settings-form";
import { pipelineSettingsQuery } from "./queries";

/** Why deals are lost, whether that is asked, and when a deal has stalled. */
export function PipelineSettingsScreen() {
  const { data, error, refetch } = useQuery(pipelineSettingsQuery());
  if (error && !data) return <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40" />;
  return <PipelineSettingsForm key={JSON.stringify(data)} settings={data} />;
}
