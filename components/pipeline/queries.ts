import { keepPreviousData, type QueryClient, type QueryKey, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { BoardAnswer, BoardCardsAnswer } from "@/lib/dialects/native/board";
import { type Column, without } from "./columns";
import { askedOfCards, type BoardSearch } from "./search-params";

/** How many cards of a column come with the page, and how many with each look further down. */
export const cardsAtFirst = 20;
const cardsAtOnce = 100;

const askedOfBoard = (search: BoardSearch): Record<string, string> => ({
  ...(search.pipeline && { pipeline: search.pipeline }),
  ...askedOfCards(search),
});

/** The columns of a board, without their cards. */
export const boardQuery = (search: BoardSearch) =>
  queryOptions({
    queryKey: ["board", "columns", askedOfBoard(search)],
    queryFn: ({ signal }) =>
      api<BoardAnswer>(`/api/app/board?${new URLSearchParams(askedOfBoard(search))}`, { signal }),
    placeholderData: keepPreviousData,
  });

/** The key of a column's cards. */
export const columnKey = (stageId: string, search: BoardSearch) =>
  ["board", "cards", askedOfCards(search), stageId] as const;

/** The cards of a column, as far down as somebody has looked: reading them again reads as many. */
export const columnQuery = (stageId: string, search: BoardSearch) =>
  queryOptions({
    queryKey: columnKey(stageId, search),
    queryFn: async ({ client, queryKey, signal }): Promise<Column> => {
      const known = client.getQueryData<Column>(queryKey)?.cards.length ?? 0;
      let column: Column = { cards: [], next: "" };
      do column = await readFurther(stageId, search, column, signal);
      while (column.next !== null && column.cards.length < known);
      takeFromOthers(client, queryKey, column);
      return column;
    },
  });

/** A card is in one column: what is read of one leaves those that were read before. */
function takeFromOthers(client: QueryClient, columnKey: QueryKey, { cards }: Column): void {
  const ids = new Set(cards.map(({ id }) => id));
  for (const [key, other] of client.getQueriesData<Column>({ queryKey: columnKey.slice(0, -1) })) {
    if (!other || key.at(-1) === columnKey.at(-1)) continue;
    const rest = without(other, ids);
    if (rest !== other) client.setQueryData(key, rest);
  }
}

/** A column with the next cards below those it has. */
export async function readFurther(
  stageId: string,
  search: BoardSearch,
  { cards, next }: Column,
  signal?: AbortSignal,
): Promise<Column> {
  const asked = new URLSearchParams({ ...askedOfCards(search), stage: stageId, limit: String(cardsAtOnce) });
  if (next) asked.set("after", next);
  const page = await api<BoardCardsAnswer>(`/api/app/board/cards?${asked}`, { signal });
  const known = new Set(cards.map(({ id }) => id));
  return { cards: [...cards, ...page.cards.filter(({ id }) => !known.has(id))], next: page.next };
}
