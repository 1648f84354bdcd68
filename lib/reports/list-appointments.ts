import { and, asc, eq, gte, lt, notInArray, type SQL, sql } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { isAppointmentInSight } from "@/lib/leads/appointments-in-sight";
import { matchingLeads } from "@/lib/leads/query/matching-leads";
import { appointmentSpan } from "./appointment-span";
import { scopeConditions } from "./internal/scope";
import { type AppointmentPeriod, appointmentPeriods, type LeadScope } from "./model";

type Appointment = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  status: (typeof appointments.status.enumValues)[number];
  note: string;
  contactName: string | null;
  leadId: string | null;
  hostName: string | null;
};

/** Counting the appointments ahead stops here. */
const most = 10_000;

export type ListAppointments = {
  period: AppointmentPeriod;
  /** Whose leads they are about. */
  scope?: LeadScope;
  limit: number;
  /** The id of the last one of the page before. */
  cursor?: string;
};

type AppointmentPage = {
  counts: Record<AppointmentPeriod, number>;
  appointments: Appointment[];
  /** The cursor of the page that follows; null after the last. */
  next: string | null;
};

/**
 * A page of the appointments of a period that the caller may see, about leads of the scope, the first ones
 * first, and how many each period has. Days, weeks (from Monday) and months are those of the location's
 * zone. Cancelled ones are left out.
 */
export function listAppointments(
  context: Context,
  { period, scope = {}, limit, cursor }: ListAppointments,
): Promise<AppointmentPage> {
  return read(context, async (transaction) => {
    const [counts, found] = await Promise.all([
      Promise.all(
        appointmentPeriods.map((each) =>
          transaction.$count(
            transaction
              .select({ one: sql`1` })
              .from(appointments)
              .where(within(context, each, scope))
              .limit(most)
              .as("counted"),
          ),
        ),
      ),
      transaction
        .select({
          id: appointments.id,
          startsAt: appointments.startsAt,
          endsAt: appointments.endsAt,
          status: appointments.status,
          note: appointments.note,
          contactName: contacts.name,
          leadId: appointments.opportunityId,
          hostName: users.name,
        })
        .from(appointments)
        .innerJoin(
          contacts,
          and(eq(contacts.locationId, appointments.locationId), eq(contacts.id, appointments.contactId)),
        )
        .leftJoin(users, eq(users.id, appointments.hostId))
        .where(and(within(context, period, scope), cursor === undefined ? undefined : isAfter(context, cursor)))
        .orderBy(asc(appointments.startsAt), asc(appointments.id))
        .limit(limit + 1),
    ]);
    const [upcoming = 0, today = 0, week = 0, month = 0] = counts;
    const shown = found.slice(0, limit);
    return {
      counts: { upcoming, today, week, month },
      appointments: shown,
      next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  });
}

/** Whether an appointment comes after that one, which may be none of the period any more. */
function isAfter({ location }: Context, id: string): SQL {
  const ofLast = (column: SQL) =>
    sql`(select ${column} from ${appointments} as last where last.location_id = ${location.id} and last.id = ${id})`;
  return sql`(${appointments.startsAt}, ${appointments.id}) > (${ofLast(sql`last.starts_at`)}, ${ofLast(sql`last.id`)})`;
}

function within(context: Context, period: AppointmentPeriod, scope: LeadScope): SQL | undefined {
  const { startsFrom, startsBefore } = appointmentSpan(context, period);
  const all = scopeConditions(scope);
  return and(
    isAppointmentInSight(context),
    notInArray(appointments.status, ["cancelled", "invalid"]),
    gte(appointments.startsAt, startsFrom),
    startsBefore && lt(appointments.startsAt, startsBefore),
    all.length === 0
      ? undefined
      : sql`${appointments.opportunityId} in (select ${opportunities.id} from ${matchingLeads(context, { all })})`,
  );
}
