import { choicesOf, type Choice, type FilterChoices } from "@/components/leads/filter/fields";
import { messages } from "@/components/leads/messages";
import type { LeadRow } from "@/components/leads/queries";

/** What can be chosen in a cell. A lead can be nobody's, but not in no stage; and it stays in its pipeline. */
export function cellChoices(lead: LeadRow, column: string, known: FilterChoices): Choice[] {
  if (column === "stage")
    return known.stages
      .filter(({ pipeline }) => pipeline.id === lead.stage.pipelineId)
      .map(({ id, name, color }) => ({ value: id, label: name, color }));
  if (column === "owner")
    return [
      { value: "", label: messages.nobody },
      ...(known.choices?.users ?? []).map(({ id, name }) => ({ value: id, label: name })),
    ];
  return choicesOf(column, known) ?? [];
}
