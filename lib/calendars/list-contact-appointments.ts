import { and, asc, eq, isNull } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import type { Context } from "@/lib/access/context";
import { requireContact } from "@/lib/contacts/get-contact";
import { read } from "@/lib/data/doors";
import { appointmentOf, selectAppointments } from "./internal/select-appointments";
import type { Appointment } from "./model";

/** The appointments of a contact, the soonest first. @throws NotFound for a contact the caller may not read. */
export function listContactAppointments(context: Context, contactId: string): Promise<Appointment[]> {
  return read(context, async (transaction) => {
    await requireContact(transaction, context, contactId);
    const rows = await selectAppointments(transaction)
      .where(
        and(
          eq(appointments.locationId, context.location.id),
          isNull(appointments.deletedAt),
          eq(appointments.contactId, contactId),
        ),
      )
      .orderBy(asc(appointments.startsAt), asc(appointments.id));
    return rows.map(appointmentOf);
  });
}
