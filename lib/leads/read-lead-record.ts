import { and, asc, desc, eq, isNull, ne, or, sql } from "drizzle-orm";
import { attachments, customFields, customValues, quotes } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { users } from "@/db/schema/companies";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { countDuplicates } from "@/lib/contacts/count-duplicates";
import { isLivingField } from "@/lib/custom-fields/living-fields";
import { together } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { listLeadTasks } from "@/lib/tasks/list-lead-tasks";
import type { TaskWithSteps } from "@/lib/tasks/model";
import { getLead } from "./get-lead";
import { readableLeads } from "./internal/readable";
import type { Lead } from "./model";

/** A lead with all that hangs on it: what its page shows beside the timeline. */
export type LeadRecord = {
  lead: Lead;
  tasks: TaskWithSteps[];
  /** How many other contacts may be the same person. */
  duplicates: number;
  appointments: Awaited<ReturnType<typeof listAppointments>>;
  customFields: Awaited<ReturnType<typeof listCustomFields>>;
  attachments: Awaited<ReturnType<typeof listAttachments>>;
  quotes: Awaited<ReturnType<typeof listQuotes>>;
  otherLeads: Awaited<ReturnType<typeof listOtherLeads>>;
};

/** What a page shows of a list that may be long; the rest is for a list of its own. */
const shown = 100;

/** One lead with what is related to it. @throws NotFound for a lead that the caller may not read. */
export function readLeadRecord(context: Context, leadId: string): Promise<LeadRecord> {
  return together(context, async (inside) => {
    const lead = await getLead(inside, { id: leadId });
    const { transaction } = inside;
    const [tasks, duplicates, booked, fields, files, offers, others] = await Promise.all([
      listLeadTasks(inside, leadId),
      countDuplicates(transaction, context, lead.contact.id),
      listAppointments(transaction, context, leadId),
      listCustomFields(transaction, context, leadId),
      listAttachments(transaction, context, leadId),
      listQuotes(transaction, context, lead),
      listOtherLeads(transaction, context, lead),
    ]);
    return {
      lead,
      tasks,
      duplicates,
      appointments: booked,
      customFields: fields,
      attachments: files,
      quotes: offers,
      otherLeads: others,
    };
  });
}

const listAppointments = (transaction: ReadTransaction, { location }: Context, leadId: string) =>
  transaction
    .select({
      id: appointments.id,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      status: appointments.status,
      note: appointments.note,
      hostName: users.name,
    })
    .from(appointments)
    .leftJoin(users, eq(users.id, appointments.hostId))
    .where(
      and(
        eq(appointments.locationId, location.id),
        eq(appointments.opportunityId, leadId),
        isNull(appointments.deletedAt),
      ),
    )
    .orderBy(desc(appointments.startsAt))
    .limit(shown);

/** Every custom field of leads, with the value that this one has: empty ones can be filled in. */
const listCustomFields = (transaction: ReadTransaction, context: Context, leadId: string) =>
  transaction
    .select({
      id: customFields.id,
      name: customFields.name,
      dataType: customFields.dataType,
      options: customFields.options,
      required: customFields.required,
      folder: customFields.folder,
      value: customValues.value,
    })
    .from(customFields)
    .leftJoin(
      customValues,
      and(
        eq(customValues.locationId, customFields.locationId),
        eq(customValues.customFieldId, customFields.id),
        eq(customValues.opportunityId, leadId),
      ),
    )
    .where(isLivingField(context, ["lead"]))
    .orderBy(sql`${customFields.folder} is not null`, asc(customFields.position), asc(customFields.id));

const listAttachments = (transaction: ReadTransaction, { location }: Context, leadId: string) =>
  transaction
    .select({
      id: attachments.id,
      fileName: attachments.fileName,
      mediaType: attachments.mediaType,
      sizeBytes: attachments.sizeBytes,
      createdAt: attachments.createdAt,
    })
    .from(attachments)
    .where(
      and(
        eq(attachments.locationId, location.id),
        eq(attachments.opportunityId, leadId),
        isNull(attachments.deletedAt),
      ),
    )
    .orderBy(desc(attachments.id))
    .limit(shown);

/** Money proposed to the lead, or to the client it became. */
const listQuotes = (transaction: ReadTransaction, { location }: Context, { id, client }: Lead) =>
  transaction
    .select({
      id: quotes.id,
      number: quotes.number,
      title: quotes.title,
      totalMinor: quotes.totalMinor,
      currency: quotes.currency,
      status: quotes.status,
    })
    .from(quotes)
    .where(
      and(
        eq(quotes.locationId, location.id),
        or(eq(quotes.opportunityId, id), client ? eq(quotes.clientId, client.id) : undefined),
      ),
    )
    .orderBy(desc(quotes.id))
    .limit(shown);

/** The other deals of the same person that the caller may read. */
const listOtherLeads = (transaction: ReadTransaction, context: Context, lead: Lead) =>
  transaction
    .select({
      id: opportunities.id,
      name: opportunities.name,
      status: opportunities.status,
      valueMinor: opportunities.valueMinor,
      currency: opportunities.currency,
      stage: { id: stages.id, name: stages.name, color: stages.color },
    })
    .from(opportunities)
    .innerJoin(stages, and(eq(stages.locationId, opportunities.locationId), eq(stages.id, opportunities.stageId)))
    .where(and(readableLeads(context), eq(opportunities.contactId, lead.contact.id), ne(opportunities.id, lead.id)))
    .orderBy(desc(opportunities.createdAt))
    .limit(shown);
