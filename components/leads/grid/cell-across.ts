import { editKindOf } from "@/components/leads/edit/edit-kind";
import type { FilterChoices } from "@/components/leads/filter/fields";
import type { LeadRow } from "@/components/leads/queries";
import type { ShownColumn } from "./layout";
import type { Cursor } from "./use-cursor";

/** The next cell that can be edited, across and then down, or back; null where there is none. */
export function cellAcross(
  { leadId, place }: Cursor,
  by: -1 | 1,
  leads: readonly LeadRow[],
  columns: readonly ShownColumn[],
  known: FilterChoices,
): Cursor | null {
  const places = columns.flatMap(({ id }, index) => (editKindOf(id, known) === null ? [] : [index + 1]));
  const next = by === 1 ? places.find((each) => each > place) : places.findLast((each) => each < place);
  if (next !== undefined) return { leadId, place: next };
  const row = leads[leads.findIndex(({ id }) => id === leadId) + by];
  const end = by === 1 ? places[0] : places.at(-1);
  return row && end !== undefined ? { leadId: row.id, place: end } : null;
}
