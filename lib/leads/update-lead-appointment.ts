import type { Context } from "@/lib/access/context";
import type { Appointment, AppointmentDetails, AppointmentReference } from "@/lib/calendars/model";
import { updateAppointment } from "@/lib/calendars/update-appointment";
import { together } from "@/lib/data/doors";
import { getLead } from "./get-lead";
import { findReadableAppointment } from "./internal/readable-appointments";
import type { LeadReference } from "./model";
import { requireWorkOnLead } from "./ownership";

export type UpdateLeadAppointment = {
  appointment: AppointmentReference;
  /** Undefined leaves a part alone. `lead` is the one it is about from now on. */
  changes: Partial<AppointmentDetails> & { lead?: LeadReference };
  /** Whether only its host, who made it, or an administrator may do it. */
  onlyOwn?: boolean;
  /** Whether it may be moved to another lead only by who made that one or is assigned to it, or an administrator. */
  onlyAssigned?: boolean;
};

/**
 * Changes an appointment about a lead.
 * @throws NotFound when there is no such appointment or lead that the caller may read; Forbidden
 * (rules `not_on_lead`, `not_own_appointment`) with `onlyAssigned` and `onlyOwn`; and as
 * updateAppointment.
 */
export function updateLeadAppointment(
  context: Context,
  {
    appointment: reference,
    changes: { lead: leadReference, ...changes },
    onlyOwn,
    onlyAssigned,
  }: UpdateLeadAppointment,
): Promise<Appointment> {
  return together(context, async (inside) => {
    const appointment = await findReadableAppointment(inside.transaction, context, reference);
    const lead = leadReference && (await getLead(inside, leadReference));
    const moved = lead && lead.id !== appointment.opportunityId;
    if (moved && onlyAssigned) requireWorkOnLead(context, lead);
    const about = moved && { contactId: lead.contact.id, opportunityId: lead.id };
    return updateAppointment(inside, { appointment, changes: { ...changes, ...about }, onlyOwn });
  });
}
