import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { GET as browse } from "@/app/api/app/leads/route";
import { GET as stages } from "@/app/api/app/stages/route";
import { pageContext } from "@/app/signed-in";
import { LeadsScreen } from "@/components/leads/leads-screen";
import { messages } from "@/components/leads/messages";
import { leadsQuery, pageOf, stagesQuery } from "@/components/leads/queries";
import { askedOf } from "@/components/leads/state/asked";
import { plainSettings, readLeadsSearch, settingsOf } from "@/components/leads/state/search-params";
import { serverCache } from "@/lib/client/server-cache";

export const metadata: Metadata = { title: messages.title };

export default async function LeadsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const context = await pageContext();
  if (!context) return null;
  const parameters = Object.entries(await searchParams).filter(([, value]) => typeof value === "string");
  const search = readLeadsSearch(Object.fromEntries(parameters));
  const asked = askedOf(settingsOf(search, plainSettings), search.search);
  const state = await serverCache([
    {
      queryKey: leadsQuery(asked).queryKey,
      load: async () => ({ pages: [await browse.call(context, { query: pageOf(asked, "") })], pageParams: [""] }),
    },
    { queryKey: stagesQuery().queryKey, load: () => stages.call(context, {}) },
  ]);
  return (
    <HydrationBoundary state={state}>
      <LeadsScreen />
    </HydrationBoundary>
  );
}
