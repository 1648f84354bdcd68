import { HydrationBoundary } from "@tanstack/react-query";
import { GET as listFields } from "@/app/api/app/custom-fields/route";
import { pageContext, titled } from "@/app/signed-in";
import { FieldsScreen } from "@/components/field-settings/fields-screen";
import { messages } from "@/components/field-settings/messages";
import { fieldsQuery } from "@/components/field-settings/queries";
import { NoAccess } from "@/components/settings/no-access";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.title);

export default async function FieldsPage() {
  const context = await pageContext();
  if (!context || !can(context.actor, "settings.write")) return <NoAccess />;
  const state = await serverCache([{ queryKey: fieldsQuery().queryKey, load: () => listFields.call(context, {}) }]);
  return (
    <HydrationBoundary state={state}>
      <FieldsScreen />
    </HydrationBoundary>
  );
}
