import { useSyncExternalStore } from "react";
import type { TimelineCallAnswer, TimelineEntryAnswer, TimelineNoteAnswer } from "@/lib/dialects/native/lead-timeline";
import type { TimelineKind } from "@/lib/leads/model";
import type { CallDraft } from "./composer/call-fields";
import type { MentioningText } from "./composer/mention-field";

/** Which part of a lead is shown where there is room for one. */
export type RecordPart = "timeline" | "details" | "related";
/** What the composer writes. */
export type ComposerForm = "note" | "call" | "task" | "appointment";

/** A note or a call of the timeline that is being changed. */
export type TimelineEdit = {
  /** Where it stood when that was begun; null above the others, among the pinned notes. */
  entry: TimelineEntryAnswer | null;
  /** Whether the server says that it is not there any more. */
  isGone: boolean;
} & (
  | { kind: "note"; subject: TimelineNoteAnswer; draft: MentioningText }
  | { kind: "call"; subject: TimelineCallAnswer; draft: CallDraft }
);

/** How a lead is looked at: the same in the panel and on the page of its own. */
export type RecordState = {
  part: RecordPart;
  kind: TimelineKind | "all";
  form: ComposerForm;
  showsEmpty: boolean;
  /** What is being changed in the timeline, by the id of the note or call. */
  edits: Readonly<Record<string, TimelineEdit>>;
};

const first: RecordState = { part: "timeline", kind: "all", form: "note", showsEmpty: false, edits: {} };
const states = new Map<string, RecordState>();
const listeners = new Set<() => void>();

/** How a lead is looked at, and the way to look at it otherwise. Lives as long as the tab. */
export function useRecordState(leadId: string): [RecordState, (change: Partial<RecordState>) => void] {
  const state = useSyncExternalStore(
    watch,
    () => states.get(leadId) ?? first,
    () => first,
  );
  return [state, (change) => setRecordState(leadId, change)];
}

/** Keeps what is being changed of a note or a call as it is written, or lets go of it with null. */
export function setEdit(leadId: string, id: string, edit: TimelineEdit | null): void {
  const { [id]: _, ...others } = (states.get(leadId) ?? first).edits;
  setRecordState(leadId, { edits: edit === null ? others : { ...others, [id]: edit } });
}

/** Notes of what is being changed that somebody deleted it: what was written stays. */
export function markGone(leadId: string, id: string): void {
  const edit = states.get(leadId)?.edits[id];
  if (edit) setEdit(leadId, id, { ...edit, isGone: true });
}

/** Looks at a lead otherwise. */
export function setRecordState(leadId: string, change: Partial<RecordState>): void {
  states.set(leadId, { ...(states.get(leadId) ?? first), ...change });
  for (const listener of listeners) listener();
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
