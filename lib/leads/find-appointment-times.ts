import { and, asc, gte, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import { opportunities } from "@/db/schema/opportunities";
import { type Context, visibilityOf } from "@/lib/access/context";
import type { AppointmentStatus } from "@/lib/calendars/model";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction } from "@/lib/data/transaction";
import { isAppointmentInSightPrepared } from "./appointments-in-sight";
import { concerns, theirLead } from "./internal/concerning";
import { bindReader } from "./internal/readable";
import type { LeadAppointment } from "./model";

/** What an appointment says of itself, without whose it is. */
export type AppointmentTime = Pick<LeadAppointment, "note" | "status" | "startsAt" | "endsAt">;

/** Appointments that concern a user, and start at an instant or later, and before another. */
export type FindAppointmentTimes = {
  userId: string;
  startsFrom: Date;
  startsBefore?: Date;
  statuses: readonly AppointmentStatus[];
  limit: number;
};

/** When the appointments about leads are that the caller may read and that concern a user, the soonest first. */
export function findAppointmentTimes(
  transaction: ReadTransaction,
  context: Context,
  { statuses, limit, ...asked }: FindAppointmentTimes,
): Promise<AppointmentTime[]> {
  const visibility = visibilityOf(context);
  const hasEnd = asked.startsBefore !== undefined;
  const { note, status, startsAt, endsAt, id } = appointments;
  const query = prepared(transaction, `times ${statuses.join()}, ${limit}, ${visibility}, ${hasEnd}`, (connection) =>
    connection
      .select({ note, status, startsAt, endsAt })
      .from(appointments)
      .innerJoin(opportunities, theirLead)
      .where(
        and(
          isAppointmentInSightPrepared(visibility),
          isNotNull(appointments.opportunityId),
          concerns(sql.placeholder("userId")),
          gte(startsAt, sql.placeholder("startsFrom")),
          hasEnd ? lt(startsAt, sql.placeholder("startsBefore")) : undefined,
          inArray(status, [...statuses]),
        ),
      )
      .orderBy(asc(startsAt), asc(id))
      .limit(limit),
  );
  return query.execute({ ...bindReader(context), ...asked });
}
