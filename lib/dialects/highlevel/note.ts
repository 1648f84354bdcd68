import { z } from "zod";
import { orNull } from "@/lib/dialects/shared/fields";
import type { ContactNoteParts } from "@/lib/notes/contact-notes";
import type { Note } from "@/lib/notes/model";
import { filled, iso, known, long, pathId, reference, short } from "./fields";

export const NotePath = z.object({ contactId: pathId, id: pathId });
export const NoteBody = known({
  userId: reference.nullish(),
  body: filled(long),
  // Of the later documents.
  title: short.nullish(),
  color: short.nullish(),
  pinned: z.boolean("must be a boolean value").optional(),
});

/** What a body says of a note. */
export const noteOf = ({ userId, title, color, body, pinned }: z.infer<typeof NoteBody>): ContactNoteParts => ({
  body,
  authorId: userId,
  title: orNull(title),
  color: orNull(color),
  pinned,
});

const NoteShape = z.object({
  id: z.string(),
  title: z.string().nullable(),
  color: z.string().nullable(),
  pinned: z.boolean(),
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
  title: note.title,
  color: note.color,
  pinned: note.pinnedAt !== null,
  body: note.body,
  userId: note.createdBy?.id ?? null,
  dateAdded: iso(note.createdAt),
  contactId: note.contactId,
});

export const printNote = (note: Note): z.infer<typeof NoteAnswer> => ({ note: printed(note) });
export const printNotes = (notes: Note[]): z.infer<typeof NotesAnswer> => ({ notes: notes.map(printed) });
