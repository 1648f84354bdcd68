import { useMemo, useRef } from "react";
import type { BoardStore } from "./board-store";
import type { Card } from "./columns";

/** The ways to change which cards are selected. */
export type Selection = {
  toggle: (id: string) => void;
  /** Selects all between the card that was selected last and this one, where both are among `cards`. */
  extend: (id: string, cards: Card[]) => void;
  clear: () => void;
};

/** Selects cards of a board. */
export function useSelection(store: BoardStore): Selection {
  const last = useRef<string | null>(null);
  return useMemo(
    () => ({
      toggle: (id) => {
        last.current = id;
        const selected = new Set(store.get().selected);
        if (!selected.delete(id)) selected.add(id);
        store.set({ selected });
      },
      extend: (id, cards) => {
        const from = cards.findIndex((card) => card.id === last.current);
        const to = cards.findIndex((card) => card.id === id);
        last.current = id;
        const range = from < 0 ? [id] : cards.slice(Math.min(from, to), Math.max(from, to) + 1).map((card) => card.id);
        store.set({ selected: new Set([...store.get().selected, ...range]) });
      },
      clear: () => {
        last.current = null;
        if (store.get().selected.size > 0) store.set({ selected: new Set() });
      },
    }),
    [store],
  );
}
