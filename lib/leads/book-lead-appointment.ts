import type { Context } from "@/lib/access/context";
import { createAppointment } from "@/lib/calendars/create-appointment";
import type { Appointment, AppointmentDetails } from "@/lib/calendars/model";
import { together } from "@/lib/data/doors";
import { getLead } from "./get-lead";
import type { LeadReference } from "./model";
import { requireWorkOnLead } from "./ownership";

export type BookLeadAppointment = AppointmentDetails & {
  lead: LeadReference;
  /** Whether only who made the lead or is assigned to it, or an administrator, may do it. */
  onlyAssigned?: boolean;
};

/**
 * Books an appointment about a lead.
 * @throws NotFound when there is no such lead that the caller may read; Forbidden (rule
 * `not_on_lead`) with `onlyAssigned`; and as createAppointment.
 */
export function bookLeadAppointment(
  context: Context,
  { lead: reference, onlyAssigned, ...details }: BookLeadAppointment,
): Promise<Appointment> {
  return together(context, async (inside) => {
    const lead = await getLead(inside, reference);
    if (onlyAssigned) requireWorkOnLead(context, lead);
    return createAppointment(inside, { ...details, contactId: lead.contact.id, opportunityId: lead.id });
  });
}
