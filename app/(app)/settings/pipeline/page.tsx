import { HydrationBoundary } from "@tanstack/react-query";
import { GET as readSettings } from "@/app/api/app/pipeline-settings/route";
import { GET as readPipelines } from "@/app/api/app/pipelines/route";
import { pageContext, titled } from "@/app/signed-in";
import { messages } from "@/components/pipeline-settings/messages";
import { PipelineSettingsScreen } from "@/components/pipeline-settings/pipeline-settings-screen";
import { pipelineSettingsQuery, pipelinesQuery } from "@/components/pipeline-settings/queries";
import { NoAccess } from "@/components/settings/no-access";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.title);

export default async function PipelineSettingsPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "settings.write")) return <NoAccess />;
  const state = await serverCache([
    { queryKey: pipelineSettingsQuery().queryKey, load: () => readSettings.call(context, {}) },
    { queryKey: pipelinesQuery().queryKey, load: () => readPipelines.call(context, {}) },
  ]);
  return (
    <HydrationBoundary state={state}>
      <PipelineSettingsScreen />
    </HydrationBoundary>
  );
}
