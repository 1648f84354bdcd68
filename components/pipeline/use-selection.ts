import { useCallback, useRef, useState } from "react";
import type { Card } from "./columns";

/** Which cards are selected, and the ways to change that. */
export type Selection = {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** Selects all between the card that was selected last and this one, where both are among `cards`. */
  extend: (id: string, cards: Card[]) => void;
  clear: () => void;
};

/** The selected cards of the board. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const toggle = useCallback((id: string) => {
    last.current = id;
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const extend = useCallback((id: string, cards: Card[]) => {
    const from = cards.findIndex((card) => card.id === last.current);
    const to = cards.findIndex((card) => card.id === id);
    last.current = id;
    const range = from < 0 ? [id] : cards.slice(Math.min(from, to), Math.max(from, to) + 1).map((card) => card.id);
    setIds((before) => new Set([...before, ...range]));
  }, []);
  const clear = useCallback(() => {
    last.current = null;
    setIds((before) => (before.size === 0 ? before : new Set()));
  }, []);
  return { ids, toggle, extend, clear };
}
