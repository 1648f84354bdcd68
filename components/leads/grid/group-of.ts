import { messages } from "@/components/leads/messages";
import type { LeadGroup, LeadRow } from "@/components/leads/queries";
import { wordFor } from "@/lib/kit/language";
import { sayMonth } from "@/lib/kit/moment";
import type { Grouping } from "@/lib/leads/query/model";

/** What the leads of a group have in common. Its key is that by which the API knows the group; empty for none. */
export type GroupOfLead = { key: string; label: string; color?: string };

/** The group that a lead belongs to. Months are those of the location's zone. */
export function groupOf(lead: LeadRow, grouping: Grouping, timeZone: string): GroupOfLead {
  switch (grouping) {
    case "stage":
      return { key: lead.stage.id, label: lead.stage.name, color: lead.stage.color };
    case "owner":
      return { key: lead.owner?.id ?? "", label: lead.owner?.name ?? messages.nobody };
    case "source":
      return { key: lead.source ?? "", label: lead.source ?? messages.noSource };
    case "status":
      return { key: lead.status, label: messages.statuses[lead.status] };
    case "month": {
      const made = new Date(lead.createdAt);
      const key = new Intl.DateTimeFormat("sv", { month: "2-digit", year: "numeric", timeZone }).format(made);
      return {
        key,
        label: sayMonth(made, timeZone),
      };
    }
  }
}

/** A group as the API tells of it, where none of its leads is at hand. */
export function namedGroup({ key, label, color }: LeadGroup, grouping: Grouping, timeZone: string): GroupOfLead {
  if (key === null) return { key: "", label: grouping === "source" ? messages.noSource : messages.nobody };
  if (grouping === "status") return { key, label: wordFor(messages.statuses, key) };
  // The middle of a month is in it in every zone.
  if (grouping === "month") return { key, label: sayMonth(new Date(`${key}-15T12:00:00Z`), timeZone) };
  return { key, label: label ?? key, ...(color && { color }) };
}
