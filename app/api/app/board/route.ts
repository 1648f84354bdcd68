import { BoardAnswer, BoardQuery, printBoard } from "@/lib/dialects/native/board";
import { endpoint } from "@/lib/dialects/native/dialect";
import { readBoard } from "@/lib/leads/read-board";

export const GET = endpoint({
  operation: "app-read-board",
  summary: "A pipeline as a board: its columns with their counts and sums",
  permission: "leads.read",
  query: BoardQuery,
  answer: BoardAnswer,
  input: ({ query: { pipeline, ...filter } }) => ({ pipelineId: pipeline, ...filter }),
  run: readBoard,
  print: printBoard,
});
