import { useQueryClient } from "@tanstack/react-query";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { columnOf } from "./board-cache";
import type { BoardStore } from "./board-store";
import { type Card, type Target, without } from "./columns";
import { messages } from "./messages";
import type { BoardSearch } from "./search-params";
import { type Move, nameOf } from "./use-moves";

/** Cards in the hand of somebody who moves them by keyboard, and where they are now. */
export type Lift = { cards: Card[]; ids: ReadonlySet<string>; from: Target; to: Target };

export type Direction = "up" | "down" | "left" | "right";

type LiftTools = {
  take: (cards: Card[], stageId: string) => void;
  shift: (direction: Direction) => void;
  drop: () => void;
  cancel: () => void;
};

type LiftProps = {
  store: BoardStore;
  board: BoardAnswer;
  search: BoardSearch;
  /** Stages whose columns are closed: cards go past them. */
  collapsed: ReadonlySet<string>;
  move: (move: Move) => void;
  say: (words: string) => void;
  focus: (cardId: string, target: Target) => void;
};

/** Lifting, moving and dropping cards by keyboard; each step is said. Nothing is written before the drop. */
export function useLift({ store, board, search, collapsed, move, say, focus }: LiftProps): LiftTools {
  const client = useQueryClient();
  const hold = (lift: Lift | null) => store.set({ lift });
  const stageOf = (id: string) => board.columns.find((column) => column.id === id);
  const stageName = (id: string) => stageOf(id)?.name ?? "";
  const othersIn = (stageId: string, ids: ReadonlySet<string>) => without(columnOf(client, search, stageId), ids).cards;
  /** How many cards a column would have with these: all of them, not only those that are loaded. */
  const roomIn = (stageId: string, { cards }: Lift) =>
    (stageOf(stageId)?.count ?? 0) + cards.filter((card) => card.stageId !== stageId).length;

  const take = (cards: Card[], stageId: string) => {
    const [first] = cards;
    if (!first) return;
    const ids = new Set(cards.map(({ id }) => id));
    const all = columnOf(client, search, stageId).cards;
    const above = all.slice(
      0,
      Math.max(
        0,
        all.findIndex(({ id }) => ids.has(id)),
      ),
    );
    const from = { stageId, index: above.filter(({ id }) => !ids.has(id)).length };
    const next = { cards, ids, from, to: from };
    hold(next);
    say(messages.lifted(nameOf(cards), stageName(stageId), from.index + 1, roomIn(stageId, next)));
    focus(first.id, from);
  };

  const shift = (direction: Direction) => {
    const now = store.get().lift;
    const [first] = now?.cards ?? [];
    if (!now || !first) return;
    const to = next(now, direction);
    if (to.stageId === now.to.stageId && to.index === now.to.index) return;
    hold({ ...now, to });
    say(messages.at(stageName(to.stageId), to.index + 1, roomIn(to.stageId, now)));
    focus(first.id, to);
  };

  const next = ({ to, ids }: Lift, direction: Direction): Target => {
    if (direction === "up") return { ...to, index: Math.max(0, to.index - 1) };
    if (direction === "down") return { ...to, index: Math.min(othersIn(to.stageId, ids).length, to.index + 1) };
    const open = board.columns.filter(({ id }) => id === to.stageId || !collapsed.has(id));
    const place = open.findIndex(({ id }) => id === to.stageId) + (direction === "left" ? -1 : 1);
    const stageId = open[place]?.id;
    return stageId === undefined ? to : { stageId, index: Math.min(to.index, othersIn(stageId, ids).length) };
  };

  const drop = () => {
    const now = store.get().lift;
    const [first] = now?.cards ?? [];
    if (!now || !first) return;
    hold(null);
    const { cards, from, to } = now;
    const isBack = from.stageId === to.stageId && from.index === to.index && cards.length === 1;
    const [what, where] = [nameOf(cards), stageName(to.stageId)];
    say(messages.dropped(what, where, to.index + 1));
    if (!isBack) {
      const isWithin = cards.every(({ stageId }) => stageId === to.stageId);
      move({ cards, to, done: isWithin ? messages.movedWithin(what) : messages.movedTo(what, where) });
    }
    focus(first.id, to);
  };

  const cancel = () => {
    const now = store.get().lift;
    const [first] = now?.cards ?? [];
    if (!now || !first) return;
    hold(null);
    say(messages.cancelled(nameOf(now.cards)));
    focus(first.id, now.from);
  };
  return { take, shift, drop, cancel };
}
