import { endpoint } from "@/lib/dialects/native/dialect";
import { UndoAnswer, UndoBody } from "@/lib/dialects/native/undo";
import { undoEvents } from "@/lib/undo/undo-events";

export const POST = endpoint({
  operation: "app-undo",
  summary: "Undo what earlier requests did",
  description:
    "Puts back what the events changed, all of them or none. Refused with 409 and `clashes` when somebody changed it since.",
  permission: "leads.write",
  body: UndoBody,
  answer: UndoAnswer,
  failures: [409],
  input: ({ body }) => body,
  run: undoEvents,
  print: (undone) => undone,
});
