import type { LeadGroup, LeadRow } from "@/components/leads/queries";
import type { Grouping } from "@/lib/leads/query/model";
import { type GroupOfLead, groupOf, namedGroup } from "./group-of";

/** A line of the grid: a lead, or the head of a group of them. */
export type GridItem =
  | { kind: "lead"; lead: LeadRow; index: number }
  | { kind: "group"; group: GroupOfLead; isClosed: boolean };

/** By what a line is known: the id of its lead, or the group it is the head of. */
export const keyOfItem = (item: GridItem): string => (item.kind === "lead" ? item.lead.id : keyOfGroup(item.group.key));
export const keyOfGroup = (group: string): string => `group:${group}`;

type Grouped = {
  by: Grouping | null;
  /** The zone that months are of. */
  timeZone: string;
  /** All groups in the order of the list. */
  groups: readonly LeadGroup[];
  closed: ReadonlySet<string>;
  /** Whether leads come before these that are not there yet. */
  hasEarlier: boolean;
  /** Whether leads come after these that are not there yet. */
  hasMore: boolean;
};

/**
 * Leads in the order they came, with a head before the first of each group; closed groups are their heads
 * alone, where their leads would be. `index` counts leads.
 */
export function gridItems(
  leads: readonly LeadRow[],
  { by, timeZone, groups, closed, hasEarlier, hasMore }: Grouped,
): GridItem[] {
  if (!by) return leads.map((lead, index) => ({ kind: "lead", lead, index }));
  const places = new Map(groups.map(({ key }, place) => [key ?? "", place]));
  const [first] = leads;
  let told = (hasEarlier && first && places.get(groupOf(first, by, timeZone).key)) || 0;
  /** The heads of closed groups that stand before a place. */
  const closedUntil = (place: number): GridItem[] => {
    const passed = groups.slice(told, Math.max(told, place));
    told = Math.max(told, place);
    return passed.flatMap((group): GridItem[] =>
      closed.has(group.key ?? "") ? [{ kind: "group", group: namedGroup(group, by, timeZone), isClosed: true }] : [],
    );
  };
  let current: string | null = null;
  const items = leads.flatMap((lead, index): GridItem[] => {
    const group = groupOf(lead, by, timeZone);
    const line: GridItem = { kind: "lead", lead, index };
    if (group.key === current) return [line];
    current = group.key;
    return [...closedUntil(places.get(group.key) ?? told), { kind: "group", group, isClosed: false }, line];
  });
  return hasMore ? items : [...items, ...closedUntil(groups.length)];
}
