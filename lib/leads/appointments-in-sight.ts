import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { readersOf } from "@/lib/access/readers";
import { readableLeads } from "./internal/readable";

/**
 * The appointments this caller may read: of their location, not deleted, and for someone who does not
 * see all, those that they (or somebody of their team) host, made, or have the lead of.
 */
export function isAppointmentInSight(context: Context): SQL | undefined {
  const readers = readersOf(context);
  const ofReadableLead = exists(
    sql`(select 1 from ${opportunities} where ${opportunities.id} = ${appointments.opportunityId} and ${readableLeads(context)})`,
  );
  return and(
    eq(appointments.locationId, context.location.id),
    isNull(appointments.deletedAt),
    readers === null ? undefined : or(readers(appointments.hostId), readers(appointments.createdById), ofReadableLead),
  );
}
