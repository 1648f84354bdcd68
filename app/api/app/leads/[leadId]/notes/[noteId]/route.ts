import { endpoint } from "@/lib/dialects/native/dialect";
import { DoneAnswer, NoteChangesBody, NotePath, printDone } from "@/lib/dialects/native/lead-actions";
import { deleteLeadNote } from "@/lib/leads/delete-lead-note";
import { updateLeadNote } from "@/lib/leads/update-lead-note";

export const PATCH = endpoint({
  operation: "app-update-lead-note",
  summary: "Change a note of a lead, or pin it",
  permission: "leads.write",
  path: NotePath,
  body: NoteChangesBody,
  answer: DoneAnswer,
  input: ({ path, body: { known, ...changes } }) => ({
    lead: { id: path.leadId },
    note: { id: path.noteId },
    changes,
    known,
  }),
  run: updateLeadNote,
  print: printDone,
});

export const DELETE = endpoint({
  operation: "app-delete-lead-note",
  summary: "Delete a note of a lead",
  permission: "leads.write",
  path: NotePath,
  answer: DoneAnswer,
  input: ({ path }) => ({ lead: { id: path.leadId }, note: { id: path.noteId }, onlyAuthor: true }),
  run: deleteLeadNote,
  print: printDone,
});
