import { HydrationBoundary } from "@tanstack/react-query";
import { GET as browse } from "@/app/api/app/leads/route";
import { GET as stages } from "@/app/api/app/stages/route";
import { GET as listViews } from "@/app/api/app/views/route";
import { pageContext, titled } from "@/app/signed-in";
import { stagesQuery } from "@/components/fields/lead-queries";
import { viewsQuery } from "@/components/fields/views/queries";
import { viewAt } from "@/components/fields/views/view";
import { messages } from "@/components/leads/messages";
import { leadsQuery, pageOf } from "@/components/leads/queries";
import { askedOf } from "@/components/leads/state/asked";
import { readLeadsSearch, settingsOf } from "@/components/leads/state/search-params";
import { allViews } from "@/components/leads/views/view";
import { serverCache } from "@/lib/client/server-cache";
import type { ViewsAnswer } from "@/lib/dialects/native/views";
import { LeadsList } from "./leads-list";

export const generateMetadata = titled(() => messages.title);

export default async function LeadsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const context = await pageContext();
  if (!context) return null;
  const parameters = Object.entries(await searchParams).filter(([, value]) => typeof value === "string");
  const search = readLeadsSearch(Object.fromEntries(parameters));
  const isRep = context.actor.type === "user" && context.actor.role === "rep";
  // What the endpoint answers, as its own schema says.
  const saved = (await listViews.call(context, { query: { kind: "table" } })) as ViewsAnswer;
  const view = viewAt(search.view, allViews(saved.views), isRep);
  const asked = askedOf(settingsOf(search, view.settings), search.search ?? view.search);
  const state = await serverCache([
    {
      queryKey: leadsQuery(asked).queryKey,
      load: async () => ({ pages: [await browse.call(context, { query: pageOf(asked, "") })], pageParams: [""] }),
    },
    { queryKey: viewsQuery("table").queryKey, load: async () => saved },
    { queryKey: stagesQuery().queryKey, load: () => stages.call(context, {}) },
  ]);
  return (
    <HydrationBoundary state={state}>
      <LeadsList isRep={isRep} />
    </HydrationBoundary>
  );
}
