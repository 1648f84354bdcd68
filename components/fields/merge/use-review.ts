import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";

type Review = { path: string; body?: unknown; done: string; failed: string; onDone?: () => void };

/** Merges records or tells them apart: says that it was done, with the way back, and has the screens look again. */
export function useReview() {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const [isBusy, setIsBusy] = useState(false);
  const review = async ({ path, body, done, failed, onDone }: Review): Promise<void> => {
    setIsBusy(true);
    try {
      const answer = await write<object>(path, { method: "POST", body });
      offerUndo({ title: done, answers: [answer] });
      onDone?.();
    } catch (error) {
      const description = error instanceof Error ? error.message : undefined;
      showToast({ tone: "negative", title: failed, description });
    } finally {
      setIsBusy(false);
      await Promise.all(
        ["duplicates", "leads", "lead", "board"].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
    }
  };
  return { isBusy, review: (given: Review): void => void review(given) };
}
