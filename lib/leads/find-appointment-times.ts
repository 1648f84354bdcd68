import { and, asc, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { appointmentConcerns, appointments } from "@/db/schema/calendars";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { AppointmentStatus } from "@/lib/calendars/model";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import { concerns, theirLead } from "./internal/concerning";
import type { LeadAppointment } from "./model";

/** What an appointment says of itself, without whose it is. */
export type AppointmentTime = Pick<LeadAppointment, "note" | "status" | "startsAt" | "endsAt">;

/** Appointments that start at an instant or later, and before another. */
export type FindAppointmentTimes = {
  /** Who calls. */
  userId: string;
  startsFrom: Date;
  startsBefore?: Date;
  statuses: readonly AppointmentStatus[];
  limit: number;
};

/**
 * When the appointments about leads are that concern the user who calls, the soonest first. Whoever
 * hosts one or has its lead may read it, whatever else they see.
 */
export function findAppointmentTimes(
  transaction: ReadTransaction,
  context: Context,
  { statuses, limit, ...asked }: FindAppointmentTimes,
): Promise<AppointmentTime[]> {
  const hasEnd = asked.startsBefore !== undefined;
  const { note, status, startsAt, endsAt } = appointments;
  const { startsAt: start, appointmentId } = appointmentConcerns;
  const query = prepared(transaction, `times ${statuses.join()}, ${limit}, ${hasEnd}`, (connection) =>
    connection
      .select({ note, status, startsAt, endsAt })
      .from(appointments)
      .innerJoin(opportunities, theirLead)
      .innerJoin(appointmentConcerns, concerns(sql.placeholder("userId")))
      .where(
        and(
          eq(appointments.locationId, sql.placeholder("locationId")),
          isNull(appointments.deletedAt),
          gte(start, sql.placeholder("startsFrom")),
          hasEnd ? lt(start, sql.placeholder("startsBefore")) : undefined,
          inArray(status, [...statuses]),
        ),
      )
      // By their columns, whose order an index has.
      .orderBy(asc(start), asc(appointmentId))
      .limit(limit),
  );
  return query.execute({ locationId: context.location.id, ...asked });
}
