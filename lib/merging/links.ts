import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import { attachments, calls, checklistItems, customValues, notes, quotes, tasks } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { clients, contactFollowers, contacts } from "@/db/schema/contacts";
import { notifications } from "@/db/schema/notifications";
import {
  campaignContacts,
  campaignMembers,
  opportunities,
  opportunityFollowers,
  workflowEnrolments,
} from "@/db/schema/opportunities";
import { outboxMail } from "@/db/schema/platform";

type LinkTable = PgTable & { locationId: AnyPgColumn; id: AnyPgColumn };

/** A table whose rows belong to a record, and go to the survivor when records are put together. */
export type Link = {
  table: LinkTable;
  /** The key in `table`, as drizzle names it, that holds the record's id. */
  key: "contactId" | "opportunityId";
  column: AnyPgColumn;
  /** What the survivor can have once only: a row that it has already stays with the one it was of. */
  once?: AnyPgColumn;
};

const ofContact = (table: LinkTable & { contactId: AnyPgColumn }, once?: AnyPgColumn): Link => ({
  table,
  key: "contactId",
  column: table.contactId,
  once,
});
const ofLead = (table: LinkTable & { opportunityId: AnyPgColumn }, once?: AnyPgColumn): Link => ({
  table,
  key: "opportunityId",
  column: table.opportunityId,
  once,
});

/** Everything that belongs to a contact. */
export const contactLinks: readonly Link[] = [
  ofContact(opportunities),
  ofContact(notes),
  ofContact(calls),
  ofContact(tasks),
  ofContact(appointments),
  ofContact(customValues, customValues.customFieldId),
  ofContact(clients),
  ofContact(contactFollowers, contactFollowers.userId),
  ofContact(campaignContacts, campaignContacts.campaignId),
  ofContact(workflowEnrolments, workflowEnrolments.workflowId),
  ofContact(outboxMail),
  ofContact(notifications),
];

/** Everything that belongs to a lead. */
export const leadLinks: readonly Link[] = [
  ofLead(notes),
  ofLead(calls),
  ofLead(tasks),
  ofLead(appointments),
  ofLead(attachments),
  ofLead(quotes),
  ofLead(checklistItems),
  ofLead(customValues, customValues.customFieldId),
  ofLead(opportunityFollowers, opportunityFollowers.userId),
  ofLead(campaignMembers, campaignMembers.campaignId),
  ofLead(notifications),
];

/** The records that can be put together, and what belongs to each. */
export const mergeable = {
  contact: { table: contacts, links: contactLinks },
  lead: { table: opportunities, links: leadLinks },
} as const;
export type MergeableType = keyof typeof mergeable;
