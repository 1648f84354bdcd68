import { and, eq, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import type { EventType, NewEvent } from "@/lib/events/catalogue";
import { findLead, holdLead } from "@/lib/leads/get-lead";
import type { Lead, LeadReference } from "@/lib/leads/model";
import { leadInLocation } from "./select-leads";

/** The lead that `reference` names, held until the transaction ends. @throws NotFound when there is none that the caller may read. */
export async function lockLead(transaction: Transaction, context: Context, reference: LeadReference): Promise<Lead> {
  const [, lead] = await Promise.all([
    holdLead(transaction, context, reference),
    findLead(transaction, context, reference),
  ]);
  if (!lead) throw new NotFound("lead");
  return lead;
}

/** What an edit of one lead comes to: columns of its own, what to write elsewhere, and what to say of it. */
export type Edit = {
  columns?: Partial<typeof opportunities.$inferInsert>;
  event: { type: EventType; before: Record<string, unknown>; after: Record<string, unknown> };
};

/**
 * Makes one change of one lead: `decide` answers what it is, or null when the lead is that way already.
 * @throws NotFound; what `decide` throws.
 */
export function editLead(
  context: Context,
  reference: LeadReference,
  decide: (lead: Lead, transaction: Transaction, inside: Context) => Promise<Edit | null>,
): Promise<Lead> {
  return change(context, async (transaction, inside) => {
    const lead = await lockLead(transaction, inside, reference);
    const edit = await decide(lead, transaction, inside);
    if (!edit) return { result: lead, unchanged: true };
    await transaction
      .update(opportunities)
      .set({ ...edit.columns, version: sql`${opportunities.version} + 1`, updatedAt: context.now })
      .where(and(eq(opportunities.locationId, context.location.id), eq(opportunities.id, lead.id)));
    return { result: await leadInLocation(transaction, inside, lead.id), events: [leadEvent(lead, edit.event)] };
  });
}

/** An event about a lead. */
export const leadEvent = (lead: Lead, event: Omit<NewEvent, "subject">): NewEvent => ({
  ...event,
  subject: { type: "lead", id: lead.id },
  contactId: lead.contact.id,
  opportunityId: lead.id,
});
