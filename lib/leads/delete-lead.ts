import { and, eq, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { isLead } from "./get-lead";
import { missingLead } from "./internal/missing-lead";
import { readableLeads } from "./internal/readable";
import { leadOf, selectLeads } from "./internal/select-leads";
import type { Lead, LeadReference } from "./model";
import { requireOwnership } from "./ownership";

/**
 * Deletes a lead with what belongs to it. It can be restored for 30 days; its contact stays.
 * @throws NotFound (rule `lead_deleted` when somebody deleted it already); Forbidden (rule `not_owner`) with `onlyOwner`.
 */
export function deleteLead(
  context: Context,
  { lead: reference, onlyOwner }: { lead: LeadReference; onlyOwner?: boolean },
): Promise<Lead> {
  return change(context, async (transaction) => {
    const isIt = isLead(reference);
    const [row] = await selectLeads(transaction).where(and(readableLeads(context), isIt));
    if (!row) throw await missingLead(transaction, context, isIt);
    const lead = leadOf(row);
    if (onlyOwner) requireOwnership(context, lead);
    const deleted = await transaction
      .update(opportunities)
      .set({ deletedAt: context.now, version: sql`${opportunities.version} + 1`, updatedAt: context.now })
      .where(and(readableLeads(context), eq(opportunities.id, lead.id)))
      .returning({ id: opportunities.id });
    // Somebody else was faster.
    if (deleted.length === 0) throw await missingLead(transaction, context, isIt);
    return {
      result: lead,
      events: [
        {
          type: "lead.deleted",
          subject: { type: "lead", id: lead.id },
          contactId: lead.contact.id,
          opportunityId: lead.id,
          before: { name: lead.name },
        },
      ],
    };
  });
}
