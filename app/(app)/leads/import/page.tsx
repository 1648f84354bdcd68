import { HydrationBoundary } from "@tanstack/react-query";
import { GET as listImports } from "@/app/api/app/imports/route";
import { pageContext, titled } from "@/app/signed-in";
import { ImportHomeScreen } from "@/components/imports/import-home-screen";
import { messages } from "@/components/imports/messages";
import { NoImport } from "@/components/imports/no-import";
import { importsQuery } from "@/components/imports/queries";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.title);

export default async function ImportsPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "imports.write")) return <NoImport />;
  const state = await serverCache([
    {
      queryKey: importsQuery().queryKey,
      load: async () => ({ pages: [await listImports.call(context, {})], pageParams: [""] }),
    },
  ]);
  return (
    <HydrationBoundary state={state}>
      <ImportHomeScreen />
    </HydrationBoundary>
  );
}
