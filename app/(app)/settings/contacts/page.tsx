import { HydrationBoundary } from "@tanstack/react-query";
import { GET as readContactRules } from "@/app/api/app/contact-rules/route";
import { pageContext, titled } from "@/app/signed-in";
import { ContactRulesScreen } from "@/components/settings/contact-rules-screen";
import { messages } from "@/components/settings/messages";
import { NoAccess } from "@/components/settings/no-access";
import { contactRulesQuery } from "@/components/settings/queries";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.contacts);

export default async function ContactSettingsPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "settings.write")) return <NoAccess />;
  const { queryKey } = contactRulesQuery();
  const state = await serverCache([{ queryKey, load: () => readContactRules.call(context, {}) }]);
  return (
    <HydrationBoundary state={state}>
      <ContactRulesScreen />
    </HydrationBoundary>
  );
}
