import { showToast } from "@/components/ui/toast";
import { pasteMessages as messages } from "./messages";
import type { PastePlan } from "./plan-paste";
import { type PasteTools, type ReadCell, saveCells } from "./save-cells";

/** So many cells are changed without a question: one sees them all, and undoing them is as quick. */
const mostUnasked = 3;

/** Pastes what needs no question. Answers what has to be asked first, or was refused and why; null when there is nothing to ask. */
export async function startPaste(
  tools: PasteTools,
  { cells, leftOut }: PastePlan,
): Promise<ReadonlyMap<string, string> | null> {
  const fitting = cells.flatMap((cell): ReadCell[] => ("content" in cell ? [cell] : []));
  if (fitting.length < cells.length || leftOut > 0 || fitting.length > mostUnasked) return new Map();
  if (fitting.length === 0) {
    showToast({ title: messages.nothing });
    return null;
  }
  const { refused } = await saveCells(tools, fitting);
  return refused.size > 0 ? refused : null;
}
