import { z } from "zod";
import { recordNumber, requiredText, slug } from "./fields";
import { sentences } from "./sentences";

export const NoteBody = z.object({ slug: slug(), note: requiredText(499) }, sentences.object);

export const NoteReferenceBody = z.object({ note_id: recordNumber("Invalid note id.") }, sentences.object);
