import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { write } from "@/components/fields/write";
import type { Selection } from "@/components/leads/state/selection";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { showToast } from "@/components/ui/toast";
import type { LeadsCommand } from "@/lib/bulk/model";
import { api } from "@/lib/client/api";
import type { BulkAnswer, BulkChangeAnswer } from "@/lib/dialects/native/bulk";
import type { LeadQuery } from "@/lib/leads/query/model";
import { bulkMessages as messages } from "./messages";

/** Something to be done to the selected leads; `what` names whom or what it is done with. */
export type BulkStep = { command: LeadsCommand; what: string };

/** A change that is under way, and what to say when it is done. */
type Running = { bulk: BulkChangeAnswer; step: BulkStep | null };

const askMilliseconds = 600;
/** How long `z` takes the last change back. */
const undoMilliseconds = 10_000;
/** What a change of many leads may change of what the screens have. */
const refreshed = ["leads", "lead", "board", "overview", "lead-choices", "bin"];

/** The selection as the API takes it. */
export const selectionBody = ({ ids, isInverted }: Selection, query: LeadQuery) =>
  isInverted ? { query, except: [...ids] } : { ids: [...ids] };

/** Does things to many leads: at once where they are few, else with progress; and undoes them as a whole. */
export function useBulk() {
  const client = useQueryClient();
  const [running, setRunning] = useState<Running | null>(null);
  const [undoable, setUndoable] = useState<string | null>(null);
  const told = useRef(new Set<string>());

  const follow = (bulk: BulkChangeAnswer, step: BulkStep | null) => {
    if (bulk.endedAt === null) setRunning({ bulk, step });
    else tell(bulk, step);
  };
  const fail = (title: string) => (error: Error) => showToast({ tone: "negative", title, description: error.message });
  const undo = useMutation({
    mutationFn: (bulkId: string) => write<BulkChangeAnswer>(`/api/app/bulk/${bulkId}/undo`, { method: "POST" }),
    onSuccess: (bulk) => follow(bulk, null),
    onError: fail(messages.notUndone),
  });
  const start = useMutation({
    mutationFn: ({ step, selection }: { step: BulkStep; selection: object }) =>
      write<BulkAnswer>("/api/app/leads/bulk", { method: "POST", body: { selection, command: step.command } }),
    onSuccess: ({ bulk }, { step }) => bulk && follow(bulk, step),
    onError: fail(messages.failed),
  });
  const cancel = useMutation({
    mutationFn: (bulkId: string) => api<BulkChangeAnswer>(`/api/app/bulk/${bulkId}/cancel`, { method: "POST" }),
    onError: fail(messages.failed),
  });

  const tell = (bulk: BulkChangeAnswer, step: BulkStep | null) => {
    if (told.current.has(bulk.id)) return;
    told.current.add(bulk.id);
    setRunning(null);
    for (const key of refreshed) void client.invalidateQueries({ queryKey: [key] });
    const takeBack = () => {
      setUndoable(null);
      undo.mutate(bulk.id);
    };
    if (bulk.state === "failed") {
      showToast({ tone: "negative", title: messages.failed, description: bulk.failure ?? undefined });
      return;
    }
    const title = !step
      ? messages.undone(bulk.changed)
      : bulk.state === "cancelled"
        ? messages.stopped(bulk.changed)
        : messages.done(step.command, step.what, bulk.changed);
    const canUndo = step !== null && bulk.changed > 0;
    if (canUndo) setUndoable(bulk.id);
    showToast({
      title,
      description: bulk.skipped > 0 ? messages.skipped(bulk.skipped) : undefined,
      ...(canUndo && { action: { label: messages.undo, onPress: takeBack } }),
    });
  };

  const present = useQuery({
    queryKey: ["bulk", running?.bulk.id],
    queryFn: ({ signal }) => api<BulkChangeAnswer>(`/api/app/bulk/${running?.bulk.id ?? ""}`, { signal }),
    enabled: running !== null,
    refetchInterval: askMilliseconds,
  }).data;
  const last = useRef(tell);
  useEffect(() => {
    last.current = tell;
  });
  useEffect(() => {
    if (running && present?.id === running.bulk.id && present.endedAt !== null) last.current(present, running.step);
  }, [present, running]);
  useEffect(() => {
    if (undoable === null) return undefined;
    const timer = setTimeout(() => setUndoable(null), undoMilliseconds);
    return () => clearTimeout(timer);
  }, [undoable]);
  useShortcuts(
    { name: "bulk", title: messages.selection },
    undoable === null
      ? []
      : [
          {
            keys: "z",
            description: messages.undo,
            run: () => {
              setUndoable(null);
              undo.mutate(undoable);
            },
          },
        ],
  );
  return {
    /** The change that is under way, as far as it is. */
    running: running && { ...(present?.id === running.bulk.id ? present : running.bulk), step: running.step },
    isBusy: start.isPending || undo.isPending || running !== null,
    start: (step: BulkStep, selection: object) => start.mutate({ step, selection }),
    stop: () => running && cancel.mutate(running.bulk.id),
  };
}
