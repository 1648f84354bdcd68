import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { attachments, customFields, customValues, events } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { users } from "@/db/schema/companies";
import { stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { listNotes } from "@/lib/notes/list-notes";
import type { Note } from "@/lib/notes/model";
import { getLead } from "./get-lead";
import type { Lead } from "./model";

/** A lead with all that hangs on it: what its page shows. */
export type LeadRecord = {
  lead: Lead;
  notes: Note[];
  appointments: Awaited<ReturnType<typeof listAppointments>>;
  customValues: Awaited<ReturnType<typeof listCustomValues>>;
  attachments: Awaited<ReturnType<typeof listAttachments>>;
  events: Awaited<ReturnType<typeof listEvents>>;
};

/** What a page shows of a long history; the rest is for a list of its own. */
const shownEvents = 100;

/** One lead with its notes, appointments, custom values, files and history. @throws NotFound for a lead that the caller may not read. */
export function readLeadRecord(context: Context, leadId: string): Promise<LeadRecord> {
  return together(context, async (inside) => {
    const lead = await getLead(inside, { id: leadId });
    const { transaction } = inside;
    const [notes, booked, values, files, history] = await Promise.all([
      listNotes(inside, { opportunityId: leadId }),
      listAppointments(transaction, context, leadId),
      listCustomValues(transaction, context, leadId),
      listAttachments(transaction, context, leadId),
      listEvents(transaction, context, leadId),
    ]);
    return {
      lead,
      notes: notes.toReversed(),
      appointments: booked,
      customValues: values,
      attachments: files,
      events: history,
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
    .limit(100);

const listCustomValues = (transaction: ReadTransaction, { location }: Context, leadId: string) =>
  transaction
    .select({ id: customFields.id, name: customFields.name, value: customValues.value })
    .from(customValues)
    .innerJoin(
      customFields,
      and(eq(customFields.locationId, customValues.locationId), eq(customFields.id, customValues.customFieldId)),
    )
    .where(and(eq(customValues.locationId, location.id), eq(customValues.opportunityId, leadId)))
    .orderBy(asc(customFields.position));

const listAttachments = (transaction: ReadTransaction, { location }: Context, leadId: string) =>
  transaction
    .select({
      id: attachments.id,
      fileName: attachments.fileName,
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
    .orderBy(asc(attachments.id));

const listEvents = (transaction: ReadTransaction, { location }: Context, leadId: string) =>
  transaction
    .select({
      id: events.id,
      type: events.type,
      actorName: events.actorName,
      occurredAt: events.occurredAt,
      stageName: stages.name,
      before: events.before,
      after: events.after,
    })
    .from(events)
    .leftJoin(stages, and(eq(stages.locationId, events.locationId), sql`${stages.id} = ${events.after} ->> 'stageId'`))
    .where(and(eq(events.locationId, location.id), eq(events.opportunityId, leadId)))
    .orderBy(desc(events.id))
    .limit(shownEvents);
