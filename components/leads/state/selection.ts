/** Which leads are selected: these, or all that match but these. */
export type Selection = { ids: ReadonlySet<string>; isInverted: boolean };

export const nothingSelected: Selection = { ids: new Set(), isInverted: false };
/** All that match the filters, those too that were never loaded. */
export const everythingSelected: Selection = { ids: new Set(), isInverted: true };

/** Whether a lead is selected. */
export const isSelected = ({ ids, isInverted }: Selection, id: string): boolean => ids.has(id) !== isInverted;

/** How many are selected, of so many that match; null when nobody knows how many match. */
export const countSelected = ({ ids, isInverted }: Selection, total: number | null): number | null =>
  isInverted ? total && total - ids.size : ids.size;

/** The selection with these leads in it, or not in it. */
export function select({ ids, isInverted }: Selection, chosen: Iterable<string>, isOn: boolean): Selection {
  const next = new Set(ids);
  for (const id of chosen) {
    if (isOn === isInverted) next.delete(id);
    else next.add(id);
  }
  return { ids: next, isInverted };
}
