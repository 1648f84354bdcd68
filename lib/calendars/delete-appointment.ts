import { appointments } from "@/db/schema/calendars";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { appointmentOf, isAppointment, selectAppointments } from "./internal/select-appointments";
import type { Appointment, AppointmentReference } from "./model";
import { requireOwnAppointment } from "./ownership";

export type DeleteAppointment = {
  appointment: AppointmentReference;
  /** Whether only its host, who made it, or an administrator may do it. */
  onlyOwn?: boolean;
};

/**
 * Deletes an appointment that the caller was found to be allowed to read, and frees its time. It can
 * be restored for 30 days.
 * @throws NotFound; Forbidden (rule `not_own_appointment`) with `onlyOwn`.
 */
export function deleteAppointment(
  context: Context,
  { appointment: reference, onlyOwn }: DeleteAppointment,
): Promise<Appointment> {
  return change(context, async (transaction) => {
    const isIt = isAppointment(context, reference);
    const [row] = await selectAppointments(transaction).where(isIt).for("update", { of: appointments });
    if (!row) throw new NotFound("appointment");
    const appointment = appointmentOf(row);
    if (onlyOwn) requireOwnAppointment(context, appointment);
    await transaction.update(appointments).set({ deletedAt: context.now }).where(isIt);
    const { id, contactId, opportunityId, note, status, startsAt, endsAt } = appointment;
    const about = { subject: { type: "appointment", id }, contactId, opportunityId };
    return {
      result: appointment,
      events: [{ type: "appointment.deleted", ...about, before: { note, status, startsAt, endsAt } }],
    };
  });
}
