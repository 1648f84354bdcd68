import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { write } from "@/components/fields/write";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/client/api";
import type { BulkChangeAnswer } from "@/lib/dialects/native/bulk";
import { followedBulkMessages as messages } from "./messages";

/** What a change is called while it goes on, when it has changed so many leads, and when that was undone. */
export type BulkWords = {
  doing: string;
  done: (changed: number) => string;
  /** Absent where undoing is not offered. */
  undone?: (changed: number) => string;
};

/** A change that is under way, and what to say of it. */
type Running = { bulk: BulkChangeAnswer; words: BulkWords };
/** A change that can be taken back, and what to say then. */
type Undoable = { bulkId: string; done: BulkWords["done"] };

export type FollowedBulk = ReturnType<typeof useFollowedBulk>;

const askMilliseconds = 600;
/** How long `z` takes the last change back. */
const undoMilliseconds = 10_000;
/** What a change of many leads may change of what the screens have. */
const refreshed = ["leads", "lead", "board", "overview", "lead-choices", "bin", "pipelines", "stages", "tags"];

/** Follows a change of many leads to its end, says what came of it, and takes it back as a whole. */
export function useFollowedBulk() {
  const client = useQueryClient();
  const [running, setRunning] = useState<Running | null>(null);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const told = useRef(new Set<string>());

  const follow = (bulk: BulkChangeAnswer, words: BulkWords) => {
    if (bulk.endedAt === null) setRunning({ bulk, words });
    else tell(bulk, words);
  };
  const fail = (title: string) => (error: Error) => showToast({ tone: "negative", title, description: error.message });
  const undo = useMutation({
    mutationFn: ({ bulkId }: Undoable) => write<BulkChangeAnswer>(`/api/app/bulk/${bulkId}/undo`, { method: "POST" }),
    onSuccess: (bulk, { done }) => follow(bulk, { doing: messages.undoing, done }),
    onError: fail(messages.notUndone),
  });
  const cancel = useMutation({
    mutationFn: (bulkId: string) => write<BulkChangeAnswer>(`/api/app/bulk/${bulkId}/cancel`, { method: "POST" }),
    onError: fail(messages.failed),
  });

  const tell = (bulk: BulkChangeAnswer, words: BulkWords) => {
    if (told.current.has(bulk.id)) return;
    told.current.add(bulk.id);
    setRunning(null);
    for (const key of refreshed) void client.invalidateQueries({ queryKey: [key] });
    if (bulk.state === "failed") {
      showToast({ tone: "negative", title: messages.failed, description: bulk.failure ?? undefined });
      return;
    }
    const last = words.undone && bulk.changed > 0 ? { bulkId: bulk.id, done: words.undone } : null;
    setUndoable(last);
    showToast({
      title: bulk.state === "cancelled" ? messages.stopped(bulk.changed) : words.done(bulk.changed),
      description: bulk.skipped > 0 ? messages.skipped(bulk.skipped) : undefined,
      ...(last && { action: { label: messages.undo, onPress: () => takeBack(last) } }),
    });
  };
  const takeBack = (last: Undoable) => {
    setUndoable(null);
    undo.mutate(last);
  };

  const present = useQuery({
    queryKey: ["bulk", running?.bulk.id],
    queryFn: ({ signal }) => api<BulkChangeAnswer>(`/api/app/bulk/${running?.bulk.id ?? ""}`, { signal }),
    enabled: running !== null,
    refetchInterval: askMilliseconds,
  }).data;
  const latest = useRef(tell);
  useEffect(() => {
    latest.current = tell;
  });
  useEffect(() => {
    if (running && present?.id === running.bulk.id && present.endedAt !== null) latest.current(present, running.words);
  }, [present, running]);
  useEffect(() => {
    if (undoable === null) return undefined;
    const timer = setTimeout(() => setUndoable(null), undoMilliseconds);
    return () => clearTimeout(timer);
  }, [undoable]);
  useShortcuts(
    { name: "bulk", title: messages.change },
    undoable === null
      ? []
      : [
          {
            keys: "z",
            description: messages.undo,
            run: () => takeBack(undoable),
          },
        ],
  );
  const shown = running && present?.id === running.bulk.id ? present : running?.bulk;
  return {
    follow,
    /** The change that is under way, as far as it is. */
    running: running && shown && { done: shown.done, total: shown.total, doing: running.words.doing },
    isBusy: undo.isPending || running !== null,
    stop: () => running && cancel.mutate(running.bulk.id),
  };
}
