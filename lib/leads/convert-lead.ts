import { and, eq, sql } from "drizzle-orm";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { findOrCreateBusiness } from "@/lib/businesses/find-or-create-business";
import { createClient } from "@/lib/clients/create-client";
import { inviteClient } from "@/lib/clients/invite-client";
import type { Client } from "@/lib/clients/model";
import { changeContact } from "@/lib/contacts/change-contact";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { joinName } from "@/lib/kit/text";
import { moveQuotes } from "@/lib/quotes/move-quotes";
import { leadEvent, lockLead } from "./internal/edit-lead";
import { columnsInStage, placeInEvent } from "./internal/stage-columns";
import type { Lead, LeadReference } from "./model";

export type ConvertLead = {
  lead: LeadReference;
  firstName: string;
  lastName: string;
  email: string;
  /** The client's firm; the one that the contact works for without it. */
  companyName?: string;
  /** Days between an invoice and the day it is due. */
  invoiceDueDays?: number;
  sendsWelcomeMail: boolean;
  deletesLead: boolean;
};

/**
 * Makes the person of a lead a client, all at once: the contact becomes a customer of its business,
 * gets a portal login and the lead's quotes, and the lead is won, in the stage of customers where its
 * pipeline has one.
 * @throws NotFound; Conflict (rule `already_converted`); Invalid at `email` (rule `taken`).
 */
export function convertLead(context: Context, input: ConvertLead): Promise<Client> {
  return change(context, async (transaction, inside) => {
    const lead = await lockLead(transaction, inside, input.lead);
    if (lead.convertedAt) throw new Conflict("already_converted", "This lead has been converted to a client already.");
    const { firstName, lastName, email, invoiceDueDays = null } = input;
    const companyName = (input.companyName ?? lead.contact.companyName)?.trim() || undefined;
    const business = companyName ? await findOrCreateBusiness(inside, companyName) : null;
    const contactId = lead.contact.id;
    const client = await createClient(inside, { contactId, firstName, lastName, email, business, invoiceDueDays });
    const contactEvents = await changeContact(transaction, inside, {
      contactId,
      changes: { type: "customer", firstName, lastName, email, companyName, businessId: business?.id },
      opportunityId: lead.id,
    });
    await moveQuotes(inside, {
      from: { opportunityId: lead.id, contactId },
      to: { clientId: client.id, businessId: business?.id ?? null },
    });
    const leadEvents = await closeLead(transaction, inside, lead, client, input.deletesLead);
    if (input.sendsWelcomeMail) await inviteClient(inside, client);
    return { result: client, events: [...leadEvents, ...contactEvents] };
  });
}

/** Marks the lead converted, and deletes it where it is not to be kept. */
async function closeLead(
  transaction: Transaction,
  context: Context,
  lead: Lead,
  client: Client,
  deletesLead: boolean,
): Promise<[NewEvent, ...NewEvent[]]> {
  const stage = await customerStage(transaction, context, lead);
  const place = stage && columnsInStage(context, stage);
  const converted = {
    clientId: client.id,
    convertedAt: context.now,
    status: "won",
    statusChangedAt: lead.status === "won" ? lead.statusChangedAt : context.now,
    lostReasonId: null,
    lifecycle: "Converted",
    customerName: client.business?.name ?? joinName(client.firstName, client.lastName),
  } as const;
  await transaction
    .update(opportunities)
    .set({
      ...converted,
      ...place,
      deletedAt: deletesLead ? context.now : null,
      version: sql`${opportunities.version} + 1`,
      updatedAt: context.now,
    })
    .where(and(eq(opportunities.locationId, context.location.id), eq(opportunities.id, lead.id)));
  const { status, statusChangedAt, lostReasonId, lifecycle, customerName } = lead;
  const asItWas = { status, statusChangedAt, lostReasonId, lifecycle, customerName };
  const before = { clientId: null, convertedAt: null, ...asItWas };
  const events: [NewEvent, ...NewEvent[]] = [leadEvent(lead, { type: "lead.converted", before, after: converted })];
  if (stage && place) {
    const moved = { before: placeInEvent(lead.stage, lead), after: placeInEvent(stage, place) };
    events.push(leadEvent(lead, { type: "lead.stage_changed", ...moved }));
  }
  if (deletesLead) events.push(leadEvent(lead, { type: "lead.deleted", before: { name: lead.name } }));
  return events;
}

/** The stage `customer` of the lead's pipeline; null when there is none, or the lead is in it. */
async function customerStage(transaction: Transaction, context: Context, lead: Lead) {
  const [stage] = await transaction
    .select({ id: stages.id, key: stages.key, name: stages.name, pipelineId: stages.pipelineId })
    .from(stages)
    .where(
      and(
        eq(stages.locationId, context.location.id),
        eq(stages.pipelineId, lead.stage.pipelineId),
        eq(stages.key, "customer"),
      ),
    );
  return stage && stage.id !== lead.stage.id ? stage : null;
}
