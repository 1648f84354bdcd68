import { BoardCardsAnswer, BoardCardsQuery, cardsInput, printCards } from "@/lib/dialects/native/board";
import { endpoint } from "@/lib/dialects/native/dialect";
import { listBoardCards } from "@/lib/leads/list-board-cards";

export const GET = endpoint({
  operation: "app-list-board-cards",
  summary: "The cards of a stage, from the top, page by page",
  permission: "leads.read",
  query: BoardCardsQuery,
  answer: BoardCardsAnswer,
  input: cardsInput,
  run: listBoardCards,
  print: printCards,
});
