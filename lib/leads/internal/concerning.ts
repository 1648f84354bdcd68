import { and, eq, isNull, or, type Placeholder, type SQL } from "drizzle-orm";
import { appointmentConcerns, appointments } from "@/db/schema/calendars";
import { opportunities } from "@/db/schema/opportunities";

/** Joins an appointment's lead. */
export const theirLead = and(
  eq(opportunities.locationId, appointments.locationId),
  eq(opportunities.id, appointments.opportunityId),
);

/** Joins `appointmentConcerns` where an appointment (beside its lead) is hosted by this user, or about a lead that they made or are assigned to. */
export const concerns = (userId: string | Placeholder): SQL | undefined =>
  and(
    eq(appointmentConcerns.locationId, appointments.locationId),
    eq(appointmentConcerns.appointmentId, appointments.id),
    eq(appointmentConcerns.userId, userId),
    or(appointmentConcerns.isHost, isNull(opportunities.deletedAt)),
  );
