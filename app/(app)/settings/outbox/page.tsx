import { HydrationBoundary } from "@tanstack/react-query";
import { GET as listOutbox } from "@/app/api/app/outbox/route";
import { pageContext, titled } from "@/app/signed-in";
import { messages } from "@/components/settings/messages";
import { NoAccess } from "@/components/settings/no-access";
import { OutboxScreen } from "@/components/settings/outbox-screen";
import { outboxQuery } from "@/components/settings/queries";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.outbox);

export default async function OutboxPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "settings.write")) return <NoAccess />;
  const state = await serverCache([
    {
      queryKey: outboxQuery().queryKey,
      load: async () => ({ pages: [await listOutbox.call(context, {})], pageParams: [""] }),
    },
  ]);
  return (
    <HydrationBoundary state={state}>
      <OutboxScreen />
    </HydrationBoundary>
  );
}
