"use client";

import { messages } from "@/components/lead-record/messages";
import type { FormProps } from "./composer";
import { ComposerFrame } from "./form-parts";
import { MentionField, type MentioningText } from "./mention-field";
import { useComposer } from "./use-composer";

const empty: MentioningText = { body: "", mentions: [] };

/** Writes a note. */
export function NoteForm({ record }: FormProps) {
  const { draft, change, frame } = useComposer({
    leadId: record.lead.id,
    path: "notes",
    empty,
    done: messages.noteAdded,
    bodyOf: (note) => (note.body.trim() === "" ? { problem: messages.missing.body } : { body: note }),
  });
  return (
    <ComposerFrame {...frame} action={messages.addNote}>
      <MentionField
        label={messages.noteLabel}
        placeholder={messages.notePlaceholder}
        value={draft}
        onChange={change}
        onSubmit={frame.onSubmit}
        invalid={frame.problem !== null}
      />
    </ComposerFrame>
  );
}
