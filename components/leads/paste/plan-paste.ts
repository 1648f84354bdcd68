import { type CellContent, contentOf } from "@/components/leads/edit/editable";
import type { FilterChoices } from "@/components/leads/filter/fields";
import type { Cursor } from "@/components/leads/grid/use-cursor";
import type { LeadRow } from "@/components/leads/queries";
import { isSameContent, readPasted } from "./read-pasted";
import { readTable } from "./read-table";

/** What was pasted, and the cell it begins at. */
export type Pasted = { text: string; at: Cursor };

/** A cell that is to be changed, and what its text means; or why it can not be. */
export type PastedCell = { lead: LeadRow; column: PastedColumn; typed: string } & (
  | { content: CellContent }
  | { problem: string }
);
export type PastedColumn = { id: string; label: string };

export type PastePlan = {
  /** The cells that change, or would. */
  cells: PastedCell[];
  /** How many have the value already. */
  unchanged: number;
  /** How many lines were left out: there is no lead for them, or there are too many. */
  leftOut: number;
};

/** So many leads are pasted into at once, as the server takes them. */
export const mostPasted = 200;

/** What pasting changes, from a cell on to the right and down. One value in it goes into that cell alone. */
export function planPaste(
  { text, at }: Pasted,
  leads: readonly LeadRow[],
  columns: readonly PastedColumn[],
  known: FilterChoices,
): PastePlan {
  const first = leads.findIndex(({ id }) => id === at.leadId);
  const lines = readTable(text);
  const taken = first < 0 ? [] : leads.slice(first, first + Math.min(lines.length, mostPasted));
  const all = taken.flatMap((lead, row) =>
    (lines[row] ?? []).flatMap((typed, across): (PastedCell | null)[] => {
      const column = columns[at.place - 1 + across];
      if (!column) return [];
      const read = readPasted(lead, column.id, typed, known);
      if ("content" in read && isSameContent(read.content, contentOf(lead, column.id))) return [null];
      return [{ lead, column, typed, ...read }];
    }),
  );
  const cells = all.filter((cell) => cell !== null);
  return { cells, unchanged: all.length - cells.length, leftOut: lines.length - taken.length };
}
