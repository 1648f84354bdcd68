import { useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import type { FilterChoices } from "@/components/leads/filter/fields";
import { messages } from "@/components/leads/messages";
import type { LeadRow } from "@/components/leads/queries";
import { showToast } from "@/components/ui/toast";
import type { Pasted, PastedColumn } from "./plan-paste";

const PasteCells = lazy(() => import("./paste-cells").then((module) => ({ default: module.PasteCells })));

/** Pasting into the list: the way to begin, and the preview of what it changes where there is one to be looked at. */
export function usePaste(
  leads: readonly LeadRow[],
  columns: readonly PastedColumn[],
  known: FilterChoices,
): { start: (pasted: Pasted) => void; preview: ReactNode } {
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const [asked, setAsked] = useState<{ pasted: Pasted; refused: ReadonlyMap<string, string> } | null>(null);
  const start = async (pasted: Pasted) => {
    const [{ planPaste }, { startPaste }] = await Promise.all([import("./plan-paste"), import("./start-paste")]);
    const refused = await startPaste({ client, offerUndo, known }, planPaste(pasted, leads, columns, known));
    if (refused) setAsked({ pasted, refused });
  };
  return {
    start: (pasted) =>
      // What pasting needs could not be fetched.
      void start(pasted).catch(() =>
        showToast({ tone: "negative", title: messages.pasteFailed, description: messages.offline }),
      ),
    preview: asked && (
      <Suspense>
        <PasteCells {...asked} leads={leads} columns={columns} known={known} onDone={() => setAsked(null)} />
      </Suspense>
    ),
  };
}
