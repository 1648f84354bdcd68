import { HydrationBoundary } from "@tanstack/react-query";
import { GET as listMembers } from "@/app/api/app/members/route";
import { pageContext, titled } from "@/app/signed-in";
import { MembersScreen } from "@/components/members/members-screen";
import { messages } from "@/components/members/messages";
import { membersQuery } from "@/components/members/queries";
import { NoAccess } from "@/components/settings/no-access";
import { userIdOf } from "@/lib/access/context";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";
import { environment } from "@/lib/config/environment";

export const generateMetadata = titled(() => messages.title);

export default async function MembersPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "settings.write")) return <NoAccess />;
  const state = await serverCache([{ queryKey: membersQuery().queryKey, load: () => listMembers.call(context, {}) }]);
  return (
    <HydrationBoundary state={state}>
      <MembersScreen viewerId={userIdOf(context) ?? ""} keepsMail={environment.SMTP_URL === undefined} />
    </HydrationBoundary>
  );
}
