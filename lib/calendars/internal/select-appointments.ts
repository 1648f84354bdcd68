import { and, eq, getTableColumns, isNull, type SQL } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import { users } from "@/db/schema/companies";
import type { Context } from "@/lib/access/context";
import type { Appointment, AppointmentReference } from "@/lib/calendars/model";
import type { ReadTransaction } from "@/lib/data/transaction";

const { locationId, hostId, overridesConflicts, deletedAt, ...columns } = getTableColumns(appointments);

/** A query for whole appointments, to be narrowed. */
export function selectAppointments(transaction: ReadTransaction) {
  return transaction
    .select({
      appointment: columns,
      host: { id: users.id, number: users.number, name: users.name, username: users.username },
    })
    .from(appointments)
    .leftJoin(users, eq(users.id, appointments.hostId))
    .$dynamic();
}

type AppointmentRow = Awaited<ReturnType<typeof selectAppointments>>[number];

/** The appointment of a row of `selectAppointments`. */
export const appointmentOf = ({ appointment, host }: AppointmentRow): Appointment => ({ ...appointment, host });

/** The location's appointment that `reference` names, unless it is deleted. */
export const isAppointment = (context: Context, reference: AppointmentReference): SQL | undefined =>
  and(
    eq(appointments.locationId, context.location.id),
    isNull(appointments.deletedAt),
    "id" in reference ? eq(appointments.id, reference.id) : eq(appointments.number, reference.number),
  );
