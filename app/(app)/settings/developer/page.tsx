import { HydrationBoundary } from "@tanstack/react-query";
import { GET as listKeys } from "@/app/api/app/keys/route";
import { pageContext, titled } from "@/app/signed-in";
import { IntegrationsSection } from "@/components/settings/integrations-section";
import { KeysSection } from "@/components/settings/keys-section";
import { messages } from "@/components/settings/messages";
import { NoAccess } from "@/components/settings/no-access";
import { keysQuery } from "@/components/settings/queries";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.developer);

export default async function DeveloperPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "settings.write")) return <NoAccess />;
  const state = await serverCache([{ queryKey: keysQuery().queryKey, load: () => listKeys.call(context, {}) }]);
  return (
    <HydrationBoundary state={state}>
      <KeysSection />
      <IntegrationsSection />
    </HydrationBoundary>
  );
}
