import type { TimelineEdit } from "@/components/lead-record/record-state";
import type { TimelineAnswer, TimelineEntryAnswer, TimelineNoteAnswer } from "@/lib/dialects/native/lead-timeline";

type Listed = { pinned: TimelineNoteAnswer[]; entries: TimelineEntryAnswer[] };

/**
 * What a timeline shows of the pages that are known: what is pinned stands above, and not a second time at
 * its place; what is being changed stays where it was, whoever deletes it meanwhile.
 */
export function listed(
  pages: readonly Pick<TimelineAnswer, "pinned" | "entries">[],
  edits: readonly TimelineEdit[],
): Listed {
  const pinned = pages[0]?.pinned ?? [];
  const entries = pages.flatMap((page) => page.entries).filter(({ note }) => !pinned.some(({ id }) => id === note?.id));
  const shown = new Set(
    [...pinned, ...entries.flatMap(({ note, call }) => [note ?? call ?? []].flat())].map(({ id }) => id),
  );
  const missing = edits.filter(({ subject }) => !shown.has(subject.id));
  return {
    pinned: [
      ...pinned,
      ...missing.flatMap((edit) => (edit.entry === null && edit.kind === "note" ? [edit.subject] : [])),
    ],
    // The ids of events are in the order of what happened.
    entries: [...entries, ...missing.flatMap(({ entry }) => entry ?? [])].toSorted((one, other) =>
      one.id < other.id ? 1 : -1,
    ),
  };
}
