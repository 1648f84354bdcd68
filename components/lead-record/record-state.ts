import { useSyncExternalStore } from "react";
import type { Clash } from "@/lib/client/api";
import type { TimelineKind } from "@/lib/leads/model";

/** Which part of a lead is shown where there is room for one. */
export type RecordPart = "timeline" | "details" | "related";
/** What the composer writes. */
export type ComposerForm = "note" | "call" | "task" | "appointment";

/** How a lead is looked at: the same in the panel and on the page of its own. */
export type RecordState = {
  part: RecordPart;
  kind: TimelineKind | "all";
  form: ComposerForm;
  showsEmpty: boolean;
  /** A change of this person's that clashes with somebody else's. */
  clash: { fields: Record<string, unknown>; clashes: Clash[] } | null;
};

const first: RecordState = { part: "timeline", kind: "all", form: "note", showsEmpty: false, clash: null };
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

/** Lays a clash before whoever looks at the lead. */
export const showClash = (leadId: string, clash: RecordState["clash"]): void => setRecordState(leadId, { clash });

/** Looks at a lead otherwise. */
export function setRecordState(leadId: string, change: Partial<RecordState>): void {
  states.set(leadId, { ...(states.get(leadId) ?? first), ...change });
  for (const listener of listeners) listener();
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
