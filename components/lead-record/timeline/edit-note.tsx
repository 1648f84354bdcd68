"use client";

import { MentionField } from "@/components/lead-record/composer/mention-field";
import { composerMessages } from "@/components/lead-record/composer/messages";
import { messages } from "@/components/lead-record/messages";
import { setEdit, type TimelineEdit } from "@/components/lead-record/record-state";
import type { TimelineNoteAnswer } from "@/lib/dialects/native/lead-timeline";
import { EditFrame } from "./edit-frame";

type EditNoteProps = { leadId: string; note: TimelineNoteAnswer; edit: TimelineEdit & { kind: "note" } };

/** A note, to be written otherwise. */
export function EditNote({ leadId, note, edit }: EditNoteProps) {
  const { subject, draft } = edit;
  return (
    <EditFrame
      leadId={leadId}
      edit={edit}
      bodyOf={(isNew) =>
        draft.body.trim() === ""
          ? { problem: composerMessages.missing.body }
          : { body: { ...draft, ...(!isNew && { known: { body: note.body } }) } }
      }
      theirs={note.body !== subject.body && <p className="mt-1 break-words whitespace-pre-line">{note.body}</p>}
    >
      <MentionField
        label={messages.editing.note.edit}
        value={draft}
        onChange={(text) => setEdit(leadId, note.id, { ...edit, draft: text })}
      />
    </EditFrame>
  );
}
