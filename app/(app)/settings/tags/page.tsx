import { HydrationBoundary } from "@tanstack/react-query";
import { GET as listTags } from "@/app/api/app/tags/route";
import { pageContext, titled } from "@/app/signed-in";
import { NoAccess } from "@/components/settings/no-access";
import { messages } from "@/components/tag-settings/messages";
import { tagsQuery } from "@/components/tag-settings/queries";
import { TagsScreen } from "@/components/tag-settings/tags-screen";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.title);

export default async function TagsPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "settings.write")) return <NoAccess />;
  const state = await serverCache([
    {
      queryKey: tagsQuery().queryKey,
      load: async () => ({ pages: [await listTags.call(context, {})], pageParams: [""] }),
    },
  ]);
  return (
    <HydrationBoundary state={state}>
      <TagsScreen />
    </HydrationBoundary>
  );
}
