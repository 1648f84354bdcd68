import { CardsAnswer, CardsByIdQuery, printCard } from "@/lib/dialects/native/board";
import { endpoint } from "@/lib/dialects/native/dialect";
import { readBoardCards } from "@/lib/leads/list-board-cards";

export const GET = endpoint({
  operation: "app-read-board-cards",
  summary: "The cards of some leads, wherever they are; those the caller can not read are left out",
  permission: "leads.read",
  query: CardsByIdQuery,
  answer: CardsAnswer,
  input: ({ query }) => query,
  run: readBoardCards,
  print: (cards) => ({ cards: cards.map(printCard) }),
});
