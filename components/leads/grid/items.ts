import type { LeadRow } from "@/components/leads/queries";
import type { Grouping } from "@/lib/leads/query/model";
import { type GroupOfLead, groupOf } from "./group-of";

/** A line of the grid: a lead, or the head of a group of them. */
export type GridItem = { kind: "lead"; lead: LeadRow; index: number } | { kind: "group"; group: GroupOfLead };

/** Leads in the order they came, with a head before the first of each group. `index` counts leads. */
export function gridItems(leads: readonly LeadRow[], grouping: Grouping | null, timeZone: string): GridItem[] {
  if (!grouping) return leads.map((lead, index) => ({ kind: "lead", lead, index }));
  let current: string | null = null;
  return leads.flatMap((lead, index): GridItem[] => {
    const group = groupOf(lead, grouping, timeZone);
    const line: GridItem = { kind: "lead", lead, index };
    if (group.key === current) return [line];
    current = group.key;
    return [{ kind: "group", group }, line];
  });
}
