import { useSyncExternalStore } from "react";
import { useBoard } from "./board-context";
import type { Over } from "./use-drag";
import type { Lift } from "./use-lift";

/** What changes on a board from moment to moment: what is in the hand, selected, under way. */
export type BoardState = {
  selected: ReadonlySet<string>;
  /** The card that the Tab key leads to. */
  activeId: string | null;
  /** The card whose lead is in the panel. */
  openId: string | null;
  /** The cards in the hand of the keyboard. */
  lift: Lift | null;
  /** The cards in the hand of a mouse or finger, and where they would land. */
  dragged: ReadonlySet<string> | null;
  over: Over | null;
  /** Our own moves that the server has not answered yet. */
  pending: ReadonlySet<string>;
  /** Leads that somebody else has just changed, for a moment. */
  arrived: ReadonlySet<string>;
};

export type BoardStore = {
  get: () => BoardState;
  set: (change: Partial<BoardState>) => void;
  watch: (listener: () => void) => () => void;
};

const none: ReadonlySet<string> = new Set();

/**
 * The state of one board beside React: each card watches what is about itself, so that a card which is
 * dragged past a hundred others draws two of them again and not all.
 */
export function createBoardStore(): BoardStore {
  let state: BoardState = {
    selected: none,
    activeId: null,
    openId: null,
    lift: null,
    dragged: null,
    over: null,
    pending: none,
    arrived: none,
  };
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A part of a board's state; the component is drawn again only when that part is another. */
export function useStoredState<Part>(store: BoardStore, select: (state: BoardState) => Part): Part {
  const present = () => select(store.get());
  return useSyncExternalStore(store.watch, present, present);
}

/** A part of the state of the board around. */
export const useBoardState = <Part>(select: (state: BoardState) => Part): Part =>
  useStoredState(useBoard().store, select);
