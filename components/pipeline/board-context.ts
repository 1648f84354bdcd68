import { createContext, useContext } from "react";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import type { Card, Target } from "./columns";
import type { BoardSearch } from "./search-params";
import type { Outcome, Over } from "./use-drag";
import type { Lift } from "./use-lift";
import type { Move } from "./use-moves";
import type { Selection } from "./use-selection";

/** What the parts of a board share. */
export type BoardValue = {
  board: BoardAnswer;
  search: BoardSearch;
  /** The moment that the board is said as of. */
  now: Date;
  selection: Selection;
  /** Shows a lead in the panel beside the board. */
  openLead: (leadId: string) => void;
  /** The card that the Tab key leads to. */
  activeId: string | null;
  setActive: (id: string) => void;
  lift: Lift | null;
  dragged: ReadonlySet<string> | null;
  over: Over | null;
  pending: ReadonlySet<string>;
  arrived: ReadonlySet<string>;
  /** The cards that go with one: all that are selected when it is one of them. */
  together: (card: Card) => Card[];
  move: (move: Move) => void;
  /** Moves cards into a column, and says so. */
  moveTo: (cards: Card[], to: Target) => void;
  /** Wins, loses or archives cards; a loss asks why where the location wants to know. */
  finish: (cards: Card[], outcome: Outcome) => void;
  adding: string | null;
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
