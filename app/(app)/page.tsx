import { HydrationBoundary } from "@tanstack/react-query";
import { GET as appointments } from "@/app/api/app/overview/appointments/route";
import { GET as overview } from "@/app/api/app/overview/route";
import { pageContext, titled } from "@/app/signed-in";
import { messages } from "@/components/overview/messages";
import { OverviewScreen } from "@/components/overview/overview-screen";
import {
  appointmentsParameters,
  appointmentsQuery,
  overviewQuery,
  reportParameters,
} from "@/components/overview/queries";
import { readOverviewSearch } from "@/components/overview/search-params";
import { can } from "@/lib/access/permissions";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.title);

export default async function OverviewPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const context = await pageContext();
  if (!context) return null;
  const search = readOverviewSearch(await searchParams);
  const state = await serverCache([
    {
      queryKey: overviewQuery(search).queryKey,
      load: () => overview.call(context, { query: reportParameters(search) }),
    },
    {
      queryKey: appointmentsQuery(search).queryKey,
      load: async () => ({
        pages: [await appointments.call(context, { query: appointmentsParameters(search) })],
        pageParams: [""],
      }),
    },
  ]);
  return (
    <HydrationBoundary state={state}>
      <OverviewScreen canImport={can(context.actor, "imports.write")} />
    </HydrationBoundary>
  );
}
