import { Succeeded, succeeded } from "@/lib/dialects/highlevel/fields";
import { NoteAnswer, NoteBody, noteNames, noteOf, NotePath, printNote } from "@/lib/dialects/highlevel/note";
import { operation } from "@/lib/dialects/highlevel/operation";
import { deleteContactNote, getContactNote, updateContactNote } from "@/lib/notes/contact-notes";

export const GET = operation("contacts-get-note", {
  path: NotePath,
  answer: NoteAnswer,
  input: ({ path: { contactId, id } }) => ({ contactId, noteId: id }),
  run: getContactNote,
  print: printNote,
});

export const PUT = operation("contacts-update-note", {
  path: NotePath,
  body: NoteBody,
  answer: NoteAnswer,
  fields: noteNames,
  input: ({ path: { contactId, id }, body }) => ({ contactId, noteId: id, ...noteOf(body) }),
  run: updateContactNote,
  print: printNote,
});

export const DELETE = operation("contacts-delete-note", {
  path: NotePath,
  answer: Succeeded,
  input: ({ path: { contactId, id } }) => ({ contactId, noteId: id }),
  run: deleteContactNote,
  print: succeeded,
});
