import { HydrationBoundary } from "@tanstack/react-query";
import { GET as readLocationSettings } from "@/app/api/app/location-settings/route";
import { pageContext, titled } from "@/app/signed-in";
import { LocationScreen } from "@/components/settings/location-screen";
import { messages } from "@/components/settings/messages";
import { NoAccess } from "@/components/settings/no-access";
import { locationSettingsQuery } from "@/components/settings/queries";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.location);

export default async function LocationSettingsPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "settings.write")) return <NoAccess />;
  const { queryKey } = locationSettingsQuery();
  const state = await serverCache([{ queryKey, load: () => readLocationSettings.call(context, {}) }]);
  return (
    <HydrationBoundary state={state}>
      <LocationScreen />
    </HydrationBoundary>
  );
}
