import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { GET as readCards } from "@/app/api/app/board/cards/route";
import { GET as readBoard } from "@/app/api/app/board/route";
import { pageContext } from "@/app/signed-in";
import { messages } from "@/components/pipeline/messages";
import { boardQuery, cardsAtFirst, columnQuery } from "@/components/pipeline/queries";
import { askedOfCards, readBoardSearch } from "@/components/pipeline/search-params";
import { serverCache } from "@/lib/client/server-cache";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { PipelineBoard } from "./pipeline-board";

export const metadata: Metadata = { title: messages.title };

export default async function PipelinePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const context = await pageContext();
  if (!context) return null;
  const search = readBoardSearch(await searchParams);
  const query = { ...askedOfCards(search), ...(search.pipeline && { pipeline: search.pipeline }) };
  // What the endpoint answers, as its own schema says; a board that fails is asked for again by the browser.
  const board = (await readBoard.call(context, { query }).catch(() => null)) as BoardAnswer | null;
  const state = await serverCache(
    board === null
      ? []
      : [
          { queryKey: boardQuery(search).queryKey, load: () => Promise.resolve(board) },
          ...board.columns.map(({ id }) => ({
            queryKey: columnQuery(id, search).queryKey,
            load: () =>
              readCards.call(context, { query: { ...askedOfCards(search), stage: id, limit: String(cardsAtFirst) } }),
          })),
        ],
  );
  return (
    <HydrationBoundary state={state}>
      <PipelineBoard />
    </HydrationBoundary>
  );
}
