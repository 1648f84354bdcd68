import { sql } from "drizzle-orm";
import { appointments, calendars } from "@/db/schema/calendars";
import { type Context, userIdOf } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { appointmentOf, isAppointment, selectAppointments } from "./internal/select-appointments";
import { checkTimes, readTime } from "./internal/times";
import type { Appointment, AppointmentDetails } from "./model";

export type CreateAppointment = AppointmentDetails & {
  contactId: string;
  /** The lead it is about, one of the contact's. */
  opportunityId?: string | null;
};

/**
 * Books an appointment with a contact, which the caller was found to be allowed to do, in the
 * location's default calendar. The user who calls hosts it; one that a location's key makes takes
 * nobody's time.
 * @throws Invalid (rules `end_before_start`, `in_past`, `time`); Conflict (rule `appointment_overlap`)
 * when the host has another one at that time.
 */
export function createAppointment(context: Context, input: CreateAppointment): Promise<Appointment> {
  return change(context, async (transaction) => {
    const { contactId, opportunityId = null, note, status } = input;
    const times = {
      startsAt: readTime(context, "startsAt", input.startsAt),
      endsAt: readTime(context, "endsAt", input.endsAt),
    };
    checkTimes(context, times, { moved: true });
    const id = newId();
    const hostId = userIdOf(context);
    await transaction.insert(appointments).values({
      locationId: context.location.id,
      id,
      calendarId: sql`(select ${calendars.id} from ${calendars} where ${calendars.locationId} = ${context.location.id} and ${calendars.isDefault})`,
      contactId,
      opportunityId,
      hostId,
      note,
      status,
      ...times,
      timeZone: context.location.timeZone,
      createdById: hostId,
    });
    const [row] = await selectAppointments(transaction).where(isAppointment(context, { id }));
    if (!row) throw new Error("An appointment that was just made is not there.");
    const after = { note, status, ...times };
    return {
      result: appointmentOf(row),
      events: [{ type: "appointment.created", subject: { type: "appointment", id }, contactId, opportunityId, after }],
    };
  });
}
