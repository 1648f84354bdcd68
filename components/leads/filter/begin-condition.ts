import type { Group } from "@/lib/leads/query/model";
import { fieldOf, type FilterChoices } from "./fields";
import { newCondition } from "./new-condition";
import { partsOf, replacePart } from "./tree";

/** The filter with a new condition on a field at its end; null for a field that is none. */
export function beginCondition(filter: Group, fieldId: string, known: FilterChoices): Group | null {
  const field = fieldOf(fieldId, known.choices);
  return field ? replacePart(filter, partsOf(filter).length, newCondition(field, known)) : null;
}
