import { CommentDeleted, CommentPath, printDeleted } from "@/lib/dialects/leads-rest/comment";
import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { leadOf } from "@/lib/dialects/leads-rest/lead";
import { deleteLeadNote } from "@/lib/leads/delete-lead-note";

export const DELETE = endpoint({
  operation: "leads-rest-comments-delete",
  summary: "Delete a comment of a lead",
  permission: "leads.write",
  path: CommentPath,
  answer: CommentDeleted,
  input: ({ path }) => ({ lead: leadOf(path), note: { number: path.comment } }),
  run: deleteLeadNote,
  print: printDeleted,
});
