import { HydrationBoundary } from "@tanstack/react-query";
import { GET as getImport } from "@/app/api/app/imports/[importId]/route";
import { GET as listChoices } from "@/app/api/app/imports/choices/route";
import { pageContext, titled } from "@/app/signed-in";
import { ImportScreen } from "@/components/imports/import-screen";
import { messages } from "@/components/imports/messages";
import { NoImport } from "@/components/imports/no-import";
import { importChoicesQuery, importQuery } from "@/components/imports/queries";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.title);

export default async function ImportPage({ params }: { params: Promise<{ importId: string }> }) {
  const context = await pageContext();
  if (!context || !can(context.actor, "imports.write")) return <NoImport />;
  const { importId } = await params;
  const state = await serverCache([
    { queryKey: importQuery(importId).queryKey, load: () => getImport.call(context, { path: { importId } }) },
    { queryKey: importChoicesQuery().queryKey, load: () => listChoices.call(context, {}) },
  ]);
  return (
    <HydrationBoundary state={state}>
      <ImportScreen id={importId} />
    </HydrationBoundary>
  );
}
