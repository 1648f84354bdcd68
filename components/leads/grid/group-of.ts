import { messages } from "@/components/leads/messages";
import type { LeadRow } from "@/components/leads/queries";
import type { Grouping } from "@/lib/leads/query/model";

/** What the leads of a group have in common. */
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
      return { key: lead.status, label: messages.statuses[lead.status] ?? lead.status };
    case "month": {
      const month = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone }).format(
        new Date(lead.createdAt),
      );
      return { key: month, label: month };
    }
  }
}
