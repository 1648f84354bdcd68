import type { Context } from "@/lib/access/context";
import { editLead } from "./internal/edit-lead";
import type { Lead, LeadReference } from "./model";

/** Puts a lead into the archive; one that is there already stays as it is. @throws NotFound. */
export function archiveLead(context: Context, reference: LeadReference): Promise<Lead> {
  return editLead(context, reference, async ({ archivedAt }) => {
    if (archivedAt) return null;
    const event = { type: "lead.archived", before: { archivedAt }, after: { archivedAt: context.now } } as const;
    return { columns: { archivedAt: context.now }, event };
  });
}
