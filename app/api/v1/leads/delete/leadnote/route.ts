import { Done, printDone } from "@/lib/dialects/leads-v1/answers";
import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { NoteReferenceBody } from "@/lib/dialects/leads-v1/note";
import { atField, requestFailed } from "@/lib/dialects/leads-v1/refusals";
import { deleteLeadNote } from "@/lib/leads/delete-lead-note";

export const POST = endpoint({
  operation: "leads-v1-delete-leadnote",
  summary: "Delete a note of a lead: for who wrote it, and administrators",
  permission: "leads.write",
  body: NoteReferenceBody,
  answer: Done,
  input: ({ body }) => ({ note: { number: body.note_id }, onlyAuthor: true }),
  run: deleteLeadNote,
  refusals: () => ({
    note_not_found: atField("note_id", "Requested note not found."),
    not_author: requestFailed("You can't delete this note."),
  }),
  print: printDone,
});
