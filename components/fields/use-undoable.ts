"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { showToast } from "@/components/ui/toast";
import { eventsOf } from "@/lib/client/api";

/** What can be undone: the answer of a write (or several), and what to say was done. */
export type Undoable = {
  /** What was done, in the past: `Moved to Won`. */
  title: string;
  description?: string;
  /** The answers of the native API, in the order they came. */
  answers: object[];
};

/**
 * Answers a function that says what was done, with Undo beside it: a button, and the key `z` as long
 * as it is shown. Undoing refreshes what the screen has of leads. The rest is fetched with the first use.
 */
export function useUndoable(): (undoable: Undoable) => void {
  const client = useQueryClient();
  return useCallback(
    ({ title, description, answers }: Undoable) => {
      const events = answers.flatMap(eventsOf);
      if (events.length === 0) showToast({ title, description });
      else void import("./offer-undo").then(({ offerUndo }) => offerUndo(client, { title, description, events }));
    },
    [client],
  );
}
