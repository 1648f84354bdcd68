import { and, eq, isNotNull, type SQL } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import type { AppointmentReference } from "@/lib/calendars/model";
import type { ReadTransaction } from "@/lib/data/transaction";
import { isAppointmentInSight } from "@/lib/leads/appointments-in-sight";

/** The appointments about leads that this caller may read. They outlive a deleted lead: they still take their host's time. */
export const readableAppointments = (context: Context): SQL | undefined =>
  and(isAppointmentInSight(context), isNotNull(appointments.opportunityId));

/** One of `readableAppointments`. @throws NotFound when there is none. */
export async function findReadableAppointment(
  transaction: ReadTransaction,
  context: Context,
  reference: AppointmentReference,
): Promise<{ id: string; opportunityId: string | null }> {
  const isIt = "id" in reference ? eq(appointments.id, reference.id) : eq(appointments.number, reference.number);
  const [found] = await transaction
    .select({ id: appointments.id, opportunityId: appointments.opportunityId })
    .from(appointments)
    .where(and(readableAppointments(context), isIt));
  if (!found) throw new NotFound("appointment");
  return found;
}
