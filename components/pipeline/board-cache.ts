import type { QueryClient } from "@tanstack/react-query";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { type Card, type Column, counted, isShown, without, withCard } from "./columns";
import { boardQuery, columnKey } from "./queries";
import { askedOfCards, type BoardSearch } from "./search-params";

const columnsKey = (search: BoardSearch) => ["board", "cards", askedOfCards(search)] as const;

/** The cards of a column that are loaded; none while it is on its way. */
export const columnOf = (client: QueryClient, search: BoardSearch, stageId: string): Column =>
  client.getQueryData<Column>(columnKey(stageId, search)) ?? { cards: [], next: null };

/** A card of the board by its id, in whichever column it is. */
export function findCard(client: QueryClient, search: BoardSearch, id: string): Card | undefined {
  for (const [, column] of client.getQueriesData<Column>({ queryKey: columnsKey(search) })) {
    const card = column?.cards.find((each) => each.id === id);
    if (card) return card;
  }
  return undefined;
}

/** Puts cards where they say they are, and takes away those in `gone`; columns that nobody has read stay unread. */
export function putCards(client: QueryClient, search: BoardSearch, cards: Card[], gone: string[] = []): void {
  const moved = new Set([...gone, ...cards.map(({ id }) => id)]);
  for (const [key, column] of client.getQueriesData<Column>({ queryKey: columnsKey(search) })) {
    if (!column) continue;
    const here = cards.filter((card) => card.stageId === key[3] && isShown(card, search));
    const next = here.reduce(withCard, without(column, moved));
    if (next !== column) client.setQueryData(key, next);
  }
}

/** Moves cards in the heads' counts and sums, until the server says what they are. */
export function countCards(client: QueryClient, search: BoardSearch, before: Card[], after: Card[]): void {
  client.setQueryData<BoardAnswer>(boardQuery(search).queryKey, (board) => {
    if (!board) return board;
    const columns = board.columns.map((head) => {
      const gone = before.filter((card) => card.stageId === head.id && isShown(card, search));
      const come = after.filter((card) => card.stageId === head.id && isShown(card, search));
      return gone.length + come.length === 0 ? head : counted(counted(head, gone, -1), come, 1);
    });
    return { ...board, columns };
  });
}

/** Reads the heads' counts and sums again. */
export const refreshHeads = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: ["board", "columns"] });

/** Stops what is on its way and would put back what was there before. */
export const stopReading = (client: QueryClient): Promise<void> =>
  client.cancelQueries({ queryKey: ["board"], predicate: ({ state }) => state.data !== undefined });
