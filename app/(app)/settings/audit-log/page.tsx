import { HydrationBoundary } from "@tanstack/react-query";
import { GET as readAuditLog } from "@/app/api/app/audit-log/route";
import { GET as listMembers } from "@/app/api/app/members/route";
import { pageContext, titled } from "@/app/signed-in";
import { AuditLogScreen } from "@/components/audit-log/audit-log-screen";
import { messages } from "@/components/audit-log/messages";
import { auditLogQuery, everything, peopleQuery } from "@/components/audit-log/queries";
import { NoAccess } from "@/components/settings/no-access";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.title);

export default async function AuditLogPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "settings.write")) return <NoAccess />;
  const state = await serverCache([
    {
      queryKey: auditLogQuery(everything).queryKey,
      load: async () => ({ pages: [await readAuditLog.call(context, {})], pageParams: [""] }),
    },
    { queryKey: peopleQuery().queryKey, load: () => listMembers.call(context, {}) },
  ]);
  return (
    <HydrationBoundary state={state}>
      <AuditLogScreen />
    </HydrationBoundary>
  );
}
