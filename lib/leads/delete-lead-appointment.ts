import type { Context } from "@/lib/access/context";
import { deleteAppointment } from "@/lib/calendars/delete-appointment";
import type { Appointment, AppointmentReference } from "@/lib/calendars/model";
import { together } from "@/lib/data/doors";
import { findReadableAppointment } from "./internal/readable-appointments";

export type DeleteLeadAppointment = {
  appointment: AppointmentReference;
  /** Whether only its host, who made it, or an administrator may do it. */
  onlyOwn?: boolean;
};

/**
 * Deletes an appointment about a lead, and frees its time.
 * @throws NotFound when there is no such appointment that the caller may read; Forbidden (rule
 * `not_own_appointment`) with `onlyOwn`.
 */
export function deleteLeadAppointment(
  context: Context,
  { appointment: reference, onlyOwn }: DeleteLeadAppointment,
): Promise<Appointment> {
  return together(context, async (inside) => {
    const appointment = await findReadableAppointment(inside.transaction, context, reference);
    return deleteAppointment(inside, { appointment, onlyOwn });
  });
}
