import { ContactPath } from "@/lib/dialects/highlevel/contact";
import {
  NoteAnswer,
  NoteBody,
  noteNames,
  noteOf,
  NotesAnswer,
  printNote,
  printNotes,
} from "@/lib/dialects/highlevel/note";
import { operation } from "@/lib/dialects/highlevel/operation";
import { createContactNote, listContactNotes } from "@/lib/notes/contact-notes";

export const GET = operation("contacts-get-all-notes", {
  path: ContactPath,
  answer: NotesAnswer,
  input: ({ path }) => path.contactId,
  run: listContactNotes,
  print: printNotes,
});

export const POST = operation("contacts-create-note", {
  path: ContactPath,
  body: NoteBody,
  answer: NoteAnswer,
  fields: noteNames,
  input: ({ path, body }) => ({ ...path, ...noteOf(body) }),
  run: createContactNote,
  print: printNote,
});
