import { z } from "zod";
import type { Note } from "@/lib/notes/model";
import { longText, pathNumber, withoutBlanks } from "./fields";

export const CommentBody = withoutBlanks(z.object({ comment: longText }));

export const CommentPath = z.object({ id: pathNumber, comment: pathNumber });

const CommentObject = z
  .object({
    id: z.int(),
    text: z.string(),
    creator: z.object({ id: z.int().describe("0 when a location's key wrote it."), name: z.string() }),
  })
  .meta({ id: "RestComment" });

export const CommentList = z.object({
  data: z.array(CommentObject).describe("The oldest first."),
  message: z.string(),
});
export const CommentAnswer = z.object({ data: CommentObject, message: z.string() });
export const CommentDeleted = z.object({ data: z.object({ id: z.int() }), message: z.string() });

/** Keys speak for nobody. */
const nobody = 0;

const printComment = ({ number, body, createdBy, authorName }: Note): z.infer<typeof CommentObject> => ({
  id: number,
  text: body,
  creator: { id: createdBy?.number ?? nobody, name: authorName },
});

export const printComments = (notes: Note[]): z.infer<typeof CommentList> => ({
  data: notes.map(printComment),
  message: "Lead comments retrieved successfully.",
});

export const printAdded = (note: Note): z.infer<typeof CommentAnswer> => ({
  data: printComment(note),
  message: "Lead comment added successfully.",
});

export const printDeleted = ({ number }: Note): z.infer<typeof CommentDeleted> => ({
  data: { id: number },
  message: "Lead comment deleted successfully.",
});
