import { and, eq, exists, isNull, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import { opportunities } from "@/db/schema/opportunities";
import type { Context, Visibility } from "@/lib/access/context";
import { type Readers, readersOf, readersPrepared } from "@/lib/access/readers";
import { readableLeads, readableLeadsPrepared } from "./internal/readable";

/**
 * The appointments this caller may read: of their location, not deleted, and for someone who does not
 * see all, those that they (or somebody of their team) host, made, or have the lead of.
 */
export const isAppointmentInSight = (context: Context): SQL | undefined =>
  inSight(context.location.id, readersOf(context), readableLeads(context));

/** `isAppointmentInSight` for a prepared query. Bind `bindReader`. */
export const isAppointmentInSightPrepared = (visibility: Visibility): SQL | undefined =>
  inSight(sql.placeholder("locationId"), readersPrepared(visibility), readableLeadsPrepared(visibility));

function inSight(locationId: string | Placeholder, readers: Readers | null, leads: SQL | undefined): SQL | undefined {
  const ofReadableLead = exists(
    sql`(select 1 from ${opportunities} where ${opportunities.id} = ${appointments.opportunityId} and ${leads})`,
  );
  return and(
    eq(appointments.locationId, locationId),
    isNull(appointments.deletedAt),
    readers === null ? undefined : or(readers(appointments.hostId), readers(appointments.createdById), ofReadableLead),
  );
}
