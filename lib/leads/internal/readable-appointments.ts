import { and, eq, exists, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { appointments } from "@/db/schema/calendars";
import { opportunities } from "@/db/schema/opportunities";
import { type Context, seesOnlyOwn, userIdOf } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import type { AppointmentReference } from "@/lib/calendars/model";
import type { ReadTransaction } from "@/lib/data/transaction";
import { readableLeads } from "./readable";

/**
 * The appointments about leads that this caller may read: of their location, not deleted, and for
 * someone who sees only their own, those they host, made, or have the lead of. They outlive a
 * deleted lead: they still take their host's time.
 */
export function readableAppointments(context: Context): SQL | undefined {
  const ofReadableLead = exists(
    sql`(select 1 from ${opportunities} where ${opportunities.id} = ${appointments.opportunityId} and ${readableLeads(context)})`,
  );
  const userId = userIdOf(context);
  return and(
    eq(appointments.locationId, context.location.id),
    isNull(appointments.deletedAt),
    isNotNull(appointments.opportunityId),
    seesOnlyOwn(context) && userId !== null
      ? or(eq(appointments.hostId, userId), eq(appointments.createdById, userId), ofReadableLead)
      : undefined,
  );
}

/** One of `readableAppointments`. @throws NotFound when there is none. */
export async function findReadableAppointment(
  transaction: ReadTransaction,
  context: Context,
  reference: AppointmentReference,
): Promise<{ id: string; opportunityId: string | null }> {
  const isIt = "id" in reference ? eq(appointments.id, reference.id) : eq(appointments.number, reference.number);
  const [found] = await transaction
    .select({ id: appointments.id, opportunityId: appointments.opportunityId })
    .from(appointments)
    .where(and(readableAppointments(context), isIt));
  if (!found) throw new NotFound("appointment");
  return found;
}
