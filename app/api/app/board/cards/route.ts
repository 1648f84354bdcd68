import {
  AddCardBody,
  BoardCardsAnswer,
  BoardCardsQuery,
  CardsAnswer,
  cardsInput,
  printCard,
  printCards,
} from "@/lib/dialects/native/board";
import { endpoint } from "@/lib/dialects/native/dialect";
import { addBoardCard } from "@/lib/leads/add-board-card";
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

export const POST = endpoint({
  operation: "app-add-board-card",
  summary: "Add a lead to a stage, by its name alone",
  permission: "leads.write",
  status: 201,
  body: AddCardBody,
  answer: CardsAnswer,
  input: ({ body }) => body,
  run: addBoardCard,
  print: (cards) => ({ cards: cards.map(printCard) }),
});
