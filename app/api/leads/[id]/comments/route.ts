import { CommentAnswer, CommentBody, CommentList, printAdded, printComments } from "@/lib/dialects/leads-rest/comment";
import { endpoint } from "@/lib/dialects/leads-rest/dialect";
import { leadOf, LeadPath } from "@/lib/dialects/leads-rest/lead";
import { addLeadNote } from "@/lib/leads/add-lead-note";
import { listLeadNotes } from "@/lib/leads/list-lead-notes";

export const GET = endpoint({
  operation: "leads-rest-comments-list",
  summary: "List the comments of a lead, the oldest first",
  permission: "leads.read",
  path: LeadPath,
  answer: CommentList,
  input: ({ path }) => leadOf(path),
  run: listLeadNotes,
  print: printComments,
});

export const POST = endpoint({
  operation: "leads-rest-comments-add",
  summary: "Add a comment to a lead",
  permission: "leads.write",
  path: LeadPath,
  body: CommentBody,
  answer: CommentAnswer,
  status: 201,
  input: ({ path, body }) => ({ lead: leadOf(path), body: body.comment }),
  run: addLeadNote,
  print: printAdded,
});
