import { eq, sql } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { difference } from "@/lib/events/catalogue";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { appointmentOf, isAppointment, selectAppointments } from "./internal/select-appointments";
import { checkTimes, readTime } from "./internal/times";
import type { Appointment, AppointmentDetails, AppointmentReference } from "./model";
import { requireOwnAppointment } from "./ownership";

export type UpdateAppointment = {
  appointment: AppointmentReference;
  /** Undefined leaves a part alone. */
  changes: Partial<AppointmentDetails & { contactId: string; opportunityId: string }>;
  /** Whether only its host, who made it, or an administrator may do it. */
  onlyOwn?: boolean;
};

/**
 * Changes an appointment that the caller was found to be allowed to read. A start or end that is not
 * given is the one it has, and a start that stays may lie in the past.
 * @throws NotFound; Forbidden (rule `not_own_appointment`) with `onlyOwn`; Invalid (rules
 * `end_before_start`, `in_past`, `time`); Conflict (rule `appointment_overlap`) when the host has
 * another one at that time.
 */
export function updateAppointment(
  context: Context,
  { appointment: reference, changes, onlyOwn }: UpdateAppointment,
): Promise<Appointment> {
  return change(context, async (transaction) => {
    const isIt = isAppointment(context, reference);
    // The lock keeps two changes in order, so that each event's "before" is true.
    const [row] = await selectAppointments(transaction).where(isIt).for("update", { of: appointments });
    if (!row) throw new NotFound("appointment");
    const known = appointmentOf(row);
    if (onlyOwn) requireOwnAppointment(context, known);

    const times = {
      startsAt: readTime(context, "startsAt", changes.startsAt ?? known.startsAt, known),
      endsAt: readTime(context, "endsAt", changes.endsAt ?? known.endsAt, known),
    };
    checkTimes(context, times, { moved: times.startsAt.getTime() !== known.startsAt.getTime() });
    const columns = withoutUndefined({ ...changes, ...times });
    await transaction
      .update(appointments)
      .set({ ...columns, version: sql`${appointments.version} + 1`, updatedAt: context.now })
      .where(isIt);
    const [changed] = await selectAppointments(transaction).where(eq(appointments.id, known.id));
    if (!changed) throw new Error("An appointment that was just changed is not there.");
    const after = appointmentOf(changed);
    const subject = { type: "appointment", id: known.id };
    const about = { subject, contactId: after.contactId, opportunityId: after.opportunityId };
    return {
      result: after,
      events: [{ type: "appointment.updated", ...about, ...difference<Record<string, unknown>>(known, columns) }],
    };
  });
}
