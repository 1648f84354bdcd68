import { createContext, useContext } from "react";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import type { BoardStore } from "./board-store";
import type { CardFact } from "./card-fields";
import type { Card, Target } from "./columns";
import type { BoardSearch } from "./search-params";
import type { Outcome } from "./use-drag";
import type { DragTools } from "./use-drag-tools";
import type { Move } from "./use-moves";
import type { Selection } from "./use-selection";

/** What the parts of a board share. It stays the same while cards are dragged and selected: that is in the store. */
export type BoardValue = {
  store: BoardStore;
  /** What dragging takes; null until it is fetched. */
  tools: DragTools | null;
  search: BoardSearch;
  /** The minute that the board is said as of, and where. */
  clock: { now: Date; timeZone: string };
  /** What cards show of their leads. */
  facts: ReadonlySet<CardFact>;
  selection: Selection;
  /** The board as it is now, for what is opened on it. */
  readBoard: () => BoardAnswer;
  /** Shows a lead in the panel beside the board. */
  openLead: (leadId: string) => void;
  /** The cards that go with one: all that are selected when it is one of them. */
  together: (card: Card) => Card[];
  move: (move: Move) => void;
  /** Moves cards into a column, and says so. */
  moveTo: (cards: Card[], to: Target) => void;
  /** Wins, loses or archives cards; a loss asks why where the location wants to know. */
  finish: (cards: Card[], outcome: Outcome) => void;
  setAdding: (stageId: string | null) => void;
  /** Lets a column be asked to scroll to a place. */
  registerColumn: (stageId: string, scrollTo: (index: number) => void) => () => void;
};

export const BoardContext = createContext<BoardValue | null>(null);

/** The board around a part of it. @throws outside of one. */
export function useBoard(): BoardValue {
  const value = useContext(BoardContext);
  if (!value) throw new Error("This part stands on no board.");
  return value;
}
