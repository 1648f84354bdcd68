import { CardsAnswer, CardsByIdQuery, printCard } from "@/lib/dialects/native/board";
import { endpoint } from "@/lib/dialects/native/dialect";
import { findBoardCards } from "@/lib/leads/list-board-cards";

export const GET = endpoint({
  operation: "app-read-board-cards",
  summary:
    "The cards of some leads, in whichever column; those that the board does not show, or the caller can not read, are left out",
  permission: "leads.read",
  query: CardsByIdQuery,
  answer: CardsAnswer,
  input: ({ query }) => query,
  run: findBoardCards,
  print: (cards) => ({ cards: cards.map(printCard) }),
});
