import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import { isFailedRequest } from "@/lib/client/api";
import type { CardsAnswer, MoveBody } from "@/lib/dialects/native/board";
import { columnOf, countCards, putCards, refreshHeads, stopReading } from "./board-cache";
import type { BoardStore } from "./board-store";
import { type Card, neighboursAt, placed, type Target, without } from "./columns";
import { messages } from "./messages";
import type { BoardSearch } from "./search-params";

/** What is to become of cards: a place, an end, the archive. `done` says it in the past, for the toast. */
export type Move = {
  cards: Card[];
  to?: Target;
  status?: Card["status"];
  lostReasonId?: string | null;
  archived?: boolean;
  done: string;
};

/** So many cards go with one request; more go with several, and are undone together. */
const mostAtOnce = 200;

/** What a move is of: the lead's name, or how many leads. */
export const nameOf = (cards: Card[]): string =>
  cards.length === 1 && cards[0] ? cards[0].name : messages.leads(cards.length);

/**
 * Moves cards at once, and has the server follow: one move after the other, so that each finds what
 * the one before it left. What is refused goes back, and a toast says why and what can be done.
 */
export function useMoves(store: BoardStore, search: BoardSearch): (move: Move) => void {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const queue = useRef(Promise.resolve());
  /** The versions that our own moves made: a move in the queue was begun before they were known. */
  const versions = useRef(new Map<string, number>());

  return useCallback(
    function begin(wanted: Move, insists = false): void {
      const ids = wanted.cards.map(({ id }) => id);
      const { body, after } = prepare(client, search, wanted);
      store.set({ pending: new Set([...store.get().pending, ...ids]) });
      queue.current = queue.current.then(async () => {
        try {
          const leads = wanted.cards.map(({ id, version }) => ({
            id,
            ...(!insists && { version: Math.max(version, versions.current.get(id) ?? 0) }),
          }));
          const answers: CardsAnswer[] = [];
          for (let first = 0; first < leads.length; first += mostAtOnce) {
            const above = answers.at(-1)?.cards.at(-1)?.id;
            const answer = await write<CardsAnswer>("/api/app/board/moves", {
              method: "POST",
              body: {
                ...body,
                leads: leads.slice(first, first + mostAtOnce),
                ...(body.place && above !== undefined && { place: { after: above } }),
              },
            });
            answers.push(answer);
            for (const { id, version } of answer.cards) versions.current.set(id, version);
            putCards(client, search, answer.cards);
          }
          offerUndo({ title: wanted.done, answers });
        } catch (error) {
          putCards(client, search, wanted.cards);
          // Where the server is gone nothing else puts the heads right.
          countCards(client, search, after, wanted.cards);
          explain(error, wanted, (anyway) => begin(wanted, anyway));
          void client.invalidateQueries({ queryKey: ["board", "cards"] });
        } finally {
          store.set({ pending: new Set([...store.get().pending].filter((id) => !ids.includes(id))) });
          void refreshHeads(client);
        }
      });
    },
    [client, offerUndo, search, store],
  );
}

/** Shows the board as the move would leave it. Answers what to ask of the server, and the cards as they are shown now. */
function prepare(
  client: QueryClient,
  search: BoardSearch,
  wanted: Move,
): { body: Omit<MoveBody, "leads">; after: Card[] } {
  const { cards, to, status, lostReasonId, archived } = wanted;
  const others = to ? without(columnOf(client, search, to.stageId), new Set(cards.map(({ id }) => id))).cards : [];
  const there = to ? placed(cards, others, to, new Date()) : cards;
  const after = there.map((card) => ({
    ...card,
    status: status ?? card.status,
    isArchived: archived ?? card.isArchived,
  }));
  void stopReading(client);
  putCards(client, search, after);
  countCards(client, search, cards, after);
  const place = to && { stageId: to.stageId, place: neighboursAt(others, to.index) };
  return { body: { ...place, status, lostReasonId, archived }, after };
}

function explain(error: unknown, { cards }: Move, again: (anyway: boolean) => void): void {
  const failed = isFailedRequest(error) ? error : null;
  const isStale = failed !== null && failed.clashes.length > 0;
  const canRetry = failed === null || failed.status === 0 || failed.status === 429 || failed.status >= 500;
  showToast({
    tone: "negative",
    title: cards.length === 1 ? messages.notMoved(nameOf(cards)) : messages.notMovedMany(nameOf(cards)),
    description: failed?.message ?? messages.unknownFailure,
    ...((isStale || canRetry) && {
      action: { label: isStale ? messages.moveAnyway : messages.retry, onPress: () => again(isStale) },
    }),
  });
}
