import { CardsAnswer, MoveBody, printCard } from "@/lib/dialects/native/board";
import { endpoint } from "@/lib/dialects/native/dialect";
import { moveCards } from "@/lib/leads/move-cards";

export const POST = endpoint({
  operation: "app-move-leads",
  summary: "Move leads: into a stage, to a place in it, won, lost, archived; all of them or none",
  description:
    "409 with `clashes` when somebody moved one of them since the version sent; without a version it is moved all the same.",
  permission: "leads.write",
  failures: [409],
  body: MoveBody,
  answer: CardsAnswer,
  input: ({ body }) => body,
  run: moveCards,
  print: (cards) => ({ cards: cards.map(printCard) }),
});
