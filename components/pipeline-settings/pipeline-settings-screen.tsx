"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { BulkProgress } from "@/components/fields/bulk/bulk-progress";
import { useFollowedBulk } from "@/components/fields/bulk/use-followed-bulk";
import { QueryFailure } from "@/components/fields/query-failure";
import { Skeleton } from "@/components/ui/skeleton";
import { messages } from "./messages";
import { PipelineSettingsForm } from "./pipeline-settings-form";
import { PipelinesCard } from "./pipelines-card";
import { pipelineSettingsQuery, pipelinesQuery } from "./queries";
import { StagesForm } from "./stages-form";

/** The pipelines, and the stages of each; why deals are lost, whether that is asked, and when a deal has stalled. */
export function PipelineSettingsScreen() {
  const settings = useQuery(pipelineSettingsQuery());
  const pipelines = useQuery(pipelinesQuery());
  const [chosen, setChosen] = useState("");
  const deletion = useFollowedBulk();
  const failed = [settings, pipelines].find(({ error, data }) => error && !data);
  if (failed?.error)
    return <QueryFailure error={failed.error} title={messages.failed} onRetry={() => void failed.refetch()} />;
  if (!settings.data || !pipelines.data) return <Skeleton className="h-40" />;
  const { stalledAfterDays } = settings.data;
  const all = pipelines.data.pipelines;
  const shown = (all.find(({ id }) => id === chosen) ?? all[0])?.id ?? "";
  return (
    <div className="max-w-160">
      <PipelinesCard pipelines={all} shownId={shown} onShow={setChosen} onGoesOn={deletion.follow} />
      {/* What is written in one stays while another is looked at. */}
      {all.map((pipeline) => (
        <div key={pipeline.id} hidden={pipeline.id !== shown}>
          <StagesForm pipeline={pipeline} pipelines={all} usualDays={stalledAfterDays} onGoesOn={deletion.follow} />
        </div>
      ))}
      <PipelineSettingsForm key={JSON.stringify(settings.data)} settings={settings.data} />
      {deletion.running && <BulkProgress running={deletion.running} onStop={deletion.stop} />}
    </div>
  );
}
