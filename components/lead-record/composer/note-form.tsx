"use client";

import type { FormProps } from "./composer";
import { ComposerFrame } from "./composer-frame";
import { MentionField, type MentioningText } from "./mention-field";
import { composerMessages } from "./messages";
import { useComposer } from "./use-composer";

const empty: MentioningText = { body: "", mentions: [] };

/** Writes a note. */
export function NoteForm({ record }: FormProps) {
  const { draft, change, frame } = useComposer({
    leadId: record.lead.id,
    path: "notes",
    empty,
    done: composerMessages.added.note,
    bodyOf: (note) => (note.body.trim() === "" ? { problem: composerMessages.missing.body } : { body: note }),
  });
  return (
    <ComposerFrame {...frame} action={composerMessages.addNote}>
      <MentionField
        label={composerMessages.noteLabel}
        placeholder={composerMessages.notePlaceholder}
        value={draft}
        onChange={change}
        invalid={frame.problem !== null}
      />
    </ComposerFrame>
  );
}
