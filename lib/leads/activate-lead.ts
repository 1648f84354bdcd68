import type { Context } from "@/lib/access/context";
import { editLead } from "./internal/edit-lead";
import type { Lead, LeadReference } from "./model";

/** Takes a lead back out of the archive; one that is not in it stays as it is. @throws NotFound. */
export function activateLead(context: Context, reference: LeadReference): Promise<Lead> {
  return editLead(context, reference, async ({ archivedAt }) => {
    if (!archivedAt) return null;
    const event = { type: "lead.activated", before: { archivedAt }, after: { archivedAt: null } } as const;
    return { columns: { archivedAt: null }, event };
  });
}
