import { eq, sql } from "drizzle-orm";
import { locations } from "@/db/schema/companies";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { change, read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { difference } from "@/lib/events/catalogue";

/** What a location is called, and by which customs it works. */
export type LocationSettings = {
  name: string;
  /** IANA. The days of reports begin in it. */
  timeZone: string;
  /** ISO 4217, of amounts that name none. */
  currency: string;
  /** ISO 3166-1 alpha-2: phone numbers without a prefix are read by it. */
  country: string;
};

const columns = {
  name: locations.name,
  timeZone: locations.timeZone,
  currency: locations.currency,
  country: locations.country,
};

/** The location's settings, and whether it has a lead: its time zone stays then. */
export function readLocationSettings(context: Context): Promise<LocationSettings & { hasLeads: boolean }> {
  return read(context, async (transaction) => {
    const [[settings], has] = await Promise.all([
      transaction.select(columns).from(locations).where(eq(locations.id, context.location.id)),
      hasLeads(transaction, context),
    ]);
    if (!settings) throw new Error("A location has settings.");
    return { ...settings, hasLeads: has };
  });
}

/**
 * Changes the location's settings. Another currency or country holds for what is said from then on.
 * @throws Conflict (rule `time_zone_in_use`) for another time zone once there is a lead: the days that
 * reports count by were those of the zone of then.
 */
export function saveLocationSettings(context: Context, settings: LocationSettings): Promise<void> {
  return change(context, async (transaction) => {
    const it = eq(locations.id, context.location.id);
    // A lead that is made at the same time waits for this.
    const [before] = await transaction.select(columns).from(locations).where(it).for("update");
    const changed = difference<Record<string, unknown>>({ ...before }, settings);
    if (Object.keys(changed.after).length === 0) return { result: undefined, unchanged: true };
    if (changed.after.timeZone && (await hasLeads(transaction, context)))
      throw new Conflict(
        "time_zone_in_use",
        "The time zone stays once there are leads: the days of reports were counted by it.",
      );
    await transaction
      .update(locations)
      .set({ ...settings, updatedAt: context.now })
      .where(it);
    const subject = { type: "location", id: context.location.id };
    return { result: undefined, events: [{ type: "settings.changed", subject, ...changed }] };
  });
}

/** Whether there is a lead, be it in the bin. */
async function hasLeads(transaction: ReadTransaction, { location }: Context): Promise<boolean> {
  const [lead] = await transaction
    .select({ one: sql`1` })
    .from(opportunities)
    .where(eq(opportunities.locationId, location.id))
    .limit(1);
  return lead !== undefined;
}
