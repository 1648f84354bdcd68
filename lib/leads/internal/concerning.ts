import { and, eq, isNull, or, type Placeholder, type SQL } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import { opportunities } from "@/db/schema/opportunities";
import { onlyReader } from "@/lib/access/readers";
import { assignedTo } from "./readable";

/** Joins an appointment's lead. */
export const theirLead = and(
  eq(opportunities.locationId, appointments.locationId),
  eq(opportunities.id, appointments.opportunityId),
);

/** Whether an appointment is hosted by this user, or about a lead that they made or are assigned to. */
export const concerns = (userId: string | Placeholder): SQL | undefined =>
  or(
    eq(appointments.hostId, userId),
    and(isNull(opportunities.deletedAt), or(eq(opportunities.createdById, userId), assignedTo(onlyReader(userId)))),
  );
