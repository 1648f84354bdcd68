import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import type { AppointmentDetails } from "@/lib/calendars/model";
import { together } from "@/lib/data/doors";
import { deleteLeadAppointment } from "./delete-lead-appointment";
import { findReadableAppointment } from "./internal/readable-appointments";
import { updateLeadAppointment } from "./update-lead-appointment";

type LeadAppointment = { leadId: string; appointmentId: string };

/** Changes an appointment of a lead. @throws NotFound; Forbidden for who neither hosts nor made it; as updateAppointment. */
export function changeLeadAppointment(
  context: Context,
  { changes, ...named }: LeadAppointment & { changes: Partial<AppointmentDetails> },
): Promise<void> {
  return together(context, async (inside) => {
    const appointment = await ofLead(inside, named);
    await updateLeadAppointment(inside, { appointment, changes, onlyOwn: true });
  });
}

/** Deletes an appointment of a lead. @throws NotFound; Forbidden for who neither hosts nor made it. */
export function cancelLeadAppointment(context: Context, named: LeadAppointment): Promise<void> {
  return together(context, async (inside) => {
    const appointment = await ofLead(inside, named);
    await deleteLeadAppointment(inside, { appointment, onlyOwn: true });
  });
}

async function ofLead(context: Context, { leadId, appointmentId }: LeadAppointment): Promise<{ id: string }> {
  const { transaction } = context;
  const found = transaction && (await findReadableAppointment(transaction, context, { id: appointmentId }));
  if (found?.opportunityId !== leadId) throw new NotFound("appointment");
  return { id: found.id };
}
