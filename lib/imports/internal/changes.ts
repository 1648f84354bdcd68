/** What a row changes of what is known: by whose field it is, then by the name of the field. */
export type ChangedPart = "contact" | "lead" | "custom" | "tags";
export type FieldChanges = { before: Record<string, unknown>; after: Record<string, unknown> };
export type Changes = { isEmpty: boolean; parts: Partial<Record<ChangedPart, FieldChanges>> };

/** Changes of parts, of which some have none. */
export function changesOf(given: [ChangedPart, FieldChanges | null][]): Changes {
  const parts: Changes["parts"] = {};
  for (const [part, changed] of given) if (changed) parts[part] = changed;
  return { isEmpty: Object.keys(parts).length === 0, parts };
}

/** One side of all parts, as an import keeps it to put it back. */
export const sideOf = ({ parts }: Changes, side: "before" | "after"): Record<string, Record<string, unknown>> =>
  Object.fromEntries(Object.entries(parts).map(([part, changed]) => [part, changed[side]]));
