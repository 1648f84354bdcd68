import { z } from "zod";
import type { Note } from "@/lib/notes/model";
import { filled, iso, known, long, pathId, reference } from "./fields";

export const NotePath = z.object({ contactId: pathId, id: pathId });
export const NoteBody = known({ userId: reference.nullish(), body: filled(long) });

const NoteShape = z.object({
  id: z.string(),
  body: z.string(),
  userId: z.string().nullable(),
  dateAdded: z.string(),
  contactId: z.string(),
});

export const NoteAnswer = z.object({ note: NoteShape });
export const NotesAnswer = z.object({ notes: z.array(NoteShape) });

/** Where errors about fields of the domain are reported. */
export const noteNames = { authorId: "userId" };

const printed = (note: Note): z.infer<typeof NoteShape> => ({
  id: note.id,
  body: note.body,
  userId: note.createdBy?.id ?? null,
  dateAdded: iso(note.createdAt),
  contactId: note.contactId,
});

export const printNote = (note: Note): z.infer<typeof NoteAnswer> => ({ note: printed(note) });
export const printNotes = (notes: Note[]): z.infer<typeof NotesAnswer> => ({ notes: notes.map(printed) });
