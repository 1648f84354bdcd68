import { HydrationBoundary } from "@tanstack/react-query";
import { GET as listExports } from "@/app/api/app/exports/route";
import { GET as listLocationImports } from "@/app/api/app/location-imports/route";
import { pageContext, titled } from "@/app/signed-in";
import { DataScreen } from "@/components/data/data-screen";
import { messages } from "@/components/data/messages";
import { exportsQuery, locationImportsQuery } from "@/components/data/queries";
import { NoAccess } from "@/components/settings/no-access";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.title);

export default async function DataPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "settings.write")) return <NoAccess />;
  const state = await serverCache([
    { queryKey: exportsQuery().queryKey, load: () => listExports.call(context, {}) },
    { queryKey: locationImportsQuery().queryKey, load: () => listLocationImports.call(context, {}) },
  ]);
  return (
    <HydrationBoundary state={state}>
      <DataScreen />
    </HydrationBoundary>
  );
}
