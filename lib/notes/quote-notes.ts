import { and, inArray, sql } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { livingNotes } from "./internal/select-notes";

const quotedCharacters = 200;

/** The beginnings of notes, by id, which the caller was found to be allowed to read. Deleted ones are left out. */
export async function quoteNotes(
  transaction: ReadTransaction,
  context: Context,
  noteIds: string[],
): Promise<Map<string, string>> {
  if (noteIds.length === 0) return new Map();
  const rows = await transaction
    .select({ id: notes.id, body: sql<string>`left(${notes.body}, ${quotedCharacters})` })
    .from(notes)
    .where(and(livingNotes(context), inArray(notes.id, noteIds)));
  return new Map(rows.map(({ id, body }) => [id, body]));
}
