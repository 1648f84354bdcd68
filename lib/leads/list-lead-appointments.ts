import { and, asc, count, desc, eq, gte, ilike, inArray, lt, type SQL } from "drizzle-orm";
import { appointmentConcerns, appointments } from "@/db/schema/calendars";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { containing } from "@/lib/kit/search-words";
import { concerns, theirLead } from "./internal/concerning";
import { readableAppointments } from "./internal/readable-appointments";
import type { LeadAppointment, LeadAppointmentFilter, LeadAppointmentOrder, LeadPage } from "./model";

export type ListLeadAppointments = { filter?: LeadAppointmentFilter; order?: LeadAppointmentOrder; page: LeadPage };

/**
 * A page of the appointments about leads that the caller may read and `filter` asks for, those that
 * start last first without an `order`, and how many there are in all.
 */
export function listLeadAppointments(
  context: Context,
  asked: ListLeadAppointments,
): Promise<{ appointments: LeadAppointment[]; total: number; page: LeadPage }> {
  const { filter = {}, page } = asked;
  return readAtOnce(context, async (transaction) => {
    const [found, [counted]] = await Promise.all([
      findLeadAppointments(transaction, context, asked),
      countAppointments(transaction, context, filter),
    ]);
    return { appointments: found, total: counted?.total ?? 0, page };
  });
}

/** Joins no more than the filter is about: every appointment here has its lead and contact. */
function countAppointments(transaction: ReadTransaction, context: Context, filter: LeadAppointmentFilter) {
  const counted = transaction
    .select({ total: count() })
    .from(appointments)
    .where(and(readableAppointments(context), ...conditionsOf(filter)))
    .$dynamic();
  if (filter.concerning || filter.firstName !== undefined) void counted.innerJoin(opportunities, theirLead);
  if (filter.concerning) void counted.innerJoin(appointmentConcerns, concerns(filter.concerning.userId));
  if (filter.firstName !== undefined) void counted.innerJoin(contacts, theirContact);
  return counted;
}

/** The page of `listLeadAppointments` alone, inside a transaction. */
function findLeadAppointments(
  transaction: ReadTransaction,
  context: Context,
  { filter = {}, order = "newest", page }: ListLeadAppointments,
): Promise<LeadAppointment[]> {
  const towards = order === "newest" ? desc : asc;
  const { startsAt, id } = placesOf(filter);
  const found = transaction
    .select({
      id: appointments.id,
      number: appointments.number,
      note: appointments.note,
      status: appointments.status,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      hostName: users.name,
      lead: {
        id: opportunities.id,
        number: opportunities.number,
        slug: opportunities.slug,
        contactName: contacts.name,
        stageKey: stages.key,
      },
    })
    .from(appointments)
    .innerJoin(opportunities, theirLead)
    .innerJoin(contacts, theirContact)
    .innerJoin(stages, and(eq(stages.locationId, opportunities.locationId), eq(stages.id, opportunities.stageId)))
    .leftJoin(users, eq(users.id, appointments.hostId))
    .where(and(readableAppointments(context), ...conditionsOf(filter)))
    // The id decides between equal times: pages never show one twice.
    .orderBy(towards(startsAt), towards(id))
    .limit(page.limit)
    .offset(page.offset)
    .$dynamic();
  if (filter.concerning) void found.innerJoin(appointmentConcerns, concerns(filter.concerning.userId));
  return found;
}

const theirContact = and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId));

/** By which columns appointments are in order: those of one user have an index of their own. */
const placesOf = ({ concerning }: LeadAppointmentFilter) =>
  concerning ? { startsAt: appointmentConcerns.startsAt, id: appointmentConcerns.appointmentId } : appointments;

function conditionsOf(filter: LeadAppointmentFilter): (SQL | undefined)[] {
  const { startsFrom, startsBefore, statuses, firstName } = filter;
  const { startsAt } = placesOf(filter);
  return [
    startsFrom && gte(startsAt, startsFrom),
    startsBefore && lt(startsAt, startsBefore),
    statuses && inArray(appointments.status, [...statuses]),
    firstName === undefined ? undefined : ilike(contacts.firstName, containing(firstName)),
  ];
}
