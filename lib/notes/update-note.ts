import { and } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import { type Context, isAdministrator, userIdOf } from "@/lib/access/context";
import { Forbidden, NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { difference, type NewEvent } from "@/lib/events/catalogue";
import { refuseOverwriting } from "@/lib/events/refuse-overwriting";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { findMentioned, tellMentioned } from "./internal/mentions";
import { isNote, livingNotes, noteOf, selectNotes } from "./internal/select-notes";
import type { Note, NoteReference } from "./model";

export type UpdateNote = {
  note: NoteReference;
  /** Undefined leaves a part alone. `pinned` keeps it above the others. */
  changes: { body?: string; mentions?: string[]; pinned?: boolean };
  /** What the caller takes it to say now, where they want to hear of others' changes. */
  known?: { body: string } | undefined;
};

/**
 * Changes a note that the caller was found to be allowed to read. What it says is its author's, or an
 * administrator's, to change; anybody may pin it.
 * @throws NotFound; Forbidden (rule `not_author`); ChangedSince when it says something else than is known.
 */
export function updateNote(context: Context, { note: reference, changes, known }: UpdateNote): Promise<Note> {
  return change(context, async (transaction) => {
    const isIt = and(livingNotes(context), isNote(reference));
    const [row] = await selectNotes(transaction).where(isIt).for("update", { of: notes });
    if (!row) throw new NotFound("note");
    const present = noteOf(row);
    const rewrites = changes.body !== undefined && changes.body !== present.body;
    if (rewrites && !isAdministrator(context) && present.createdBy?.id !== userIdOf(context))
      throw new Forbidden("not_author", "Only who wrote this note, or an administrator, may change it.");
    const { id, contactId, opportunityId } = present;
    await refuseOverwriting(transaction, context, {
      about: { opportunityId, contactId, subjectId: id },
      present,
      wanted: withoutUndefined({ body: changes.body }),
      known: known ?? {},
    });
    const mentionedIds = changes.mentions && (await findMentioned(transaction, context, changes.mentions));
    const pinnedAt =
      changes.pinned === undefined ? undefined : changes.pinned ? (present.pinnedAt ?? context.now) : null;
    const columns = withoutUndefined({ body: changes.body, mentionedIds, pinnedAt });
    const changed = difference<Record<string, unknown>>(present, columns);
    if (Object.keys(changed.after).length === 0) return { result: present, unchanged: true };
    // A pin is no change of what it says.
    const says = rewrites ? { updatedAt: context.now } : {};
    await transaction
      .update(notes)
      .set({ ...columns, ...says })
      .where(isIt);
    const [now] = await selectNotes(transaction).where(isIt);
    if (!now) throw new Error("A note that was just changed is not there.");
    const about = { subject: { type: "note", id }, contactId, opportunityId };
    const fresh = (mentionedIds ?? []).filter((userId) => !present.mentionedIds.includes(userId));
    const updated: NewEvent = { type: "note.updated", ...about, ...changed };
    return { result: noteOf(now), events: [updated, ...tellMentioned(context, about, fresh)] };
  });
}
