import { eq, sql } from "drizzle-orm";
import { leadTallies, standingTallies } from "@/db/schema/opportunities";
import { asSystem } from "@/lib/data/doors";

/**
 * Folds the tallies of every location whose leads changed since the last time, so that counts add up
 * few rows. Several workers may do so at once: one takes a location, the others pass it by.
 */
export async function foldLeadTallies(): Promise<void> {
  const changed = await asSystem("find tallies to fold", (transaction) =>
    transaction
      .select({ locationId: leadTallies.locationId })
      .from(leadTallies)
      .where(eq(leadTallies.tellsApart, "all"))
      .union(
        transaction
          .select({ locationId: standingTallies.locationId })
          .from(standingTallies)
          .where(eq(standingTallies.tellsApart, "both")),
      ),
  );
  for (const { locationId } of changed) {
    await asSystem("fold lead tallies", (transaction) =>
      transaction.execute(
        sql`select fold_lead_tallies(${locationId}), fold_standing_tallies(${locationId}) where pg_try_advisory_xact_lock(7501004, hashtext(${locationId}))`,
      ),
    );
  }
}
