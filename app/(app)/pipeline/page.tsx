import { HydrationBoundary } from "@tanstack/react-query";
import { GET as readCards } from "@/app/api/app/board/cards/route";
import { GET as readBoard } from "@/app/api/app/board/route";
import { GET as listViews } from "@/app/api/app/views/route";
import { pageContext, titled } from "@/app/signed-in";
import { viewsQuery } from "@/components/fields/views/queries";
import { viewAt } from "@/components/fields/views/view";
import { messages } from "@/components/pipeline/messages";
import { boardQuery, cardsAtFirst, columnQuery } from "@/components/pipeline/queries";
import { askedOfCards, readBoardSearch } from "@/components/pipeline/search-params";
import { allViews, boardAt } from "@/components/pipeline/view";
import { serverCache } from "@/lib/client/server-cache";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import type { ViewsAnswer } from "@/lib/dialects/native/views";
import { PipelineBoard } from "./pipeline-board";

export const generateMetadata = titled(() => messages.title);

export default async function PipelinePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const context = await pageContext();
  if (!context) return null;
  const isRep = context.actor.type === "user" && context.actor.role === "rep";
  // What the endpoint answers, as its own schema says.
  const saved = (await listViews.call(context, { query: { kind: "board" } })) as ViewsAnswer;
  const said = readBoardSearch(await searchParams);
  const search = boardAt(said, viewAt(said.view, allViews(saved.views), isRep));
  const query = { ...askedOfCards(search), ...(search.pipeline && { pipeline: search.pipeline }) };
  // The same; a board that fails is asked for again by the browser.
  const board = (await readBoard.call(context, { query }).catch(() => null)) as BoardAnswer | null;
  const state = await serverCache([
    { queryKey: viewsQuery("board").queryKey, load: async () => saved },
    ...(board ? [{ queryKey: boardQuery(search).queryKey, load: async () => board }] : []),
    ...(board?.columns ?? []).map(({ id }) => ({
      queryKey: columnQuery(id, search).queryKey,
      load: () =>
        readCards.call(context, { query: { ...askedOfCards(search), stage: id, limit: String(cardsAtFirst) } }),
    })),
  ]);
  return (
    <HydrationBoundary state={state}>
      <PipelineBoard isRep={isRep} />
    </HydrationBoundary>
  );
}
