import { lt, or, sql } from "drizzle-orm";
import { locations, passwordResets, rateLimits, sessions, signInAttempts } from "@/db/schema/companies";
import { notifications } from "@/db/schema/notifications";
import { idempotencyKeys } from "@/db/schema/platform";
import { bulkChanges } from "@/db/schema/views";
import { asSystem } from "@/lib/data/doors";
import { idFloor } from "@/lib/kit/id";

const notificationMilliseconds = 90 * 86_400_000;

/**
 * Deletes what has had its time: idempotency keys after a day, windows of rate limits and failed
 * sign-ins at their end, links for new passwords a day after they expired, sessions 30 days after they
 * ended (until then a person sees in their settings where they were signed in), bulk changes 30 days
 * after they ended: what they deleted is gone for good by then; and notifications after 90 days.
 */
export async function purgeExpired(): Promise<void> {
  const olderThan = (interval: string) => sql`now() - ${interval}::interval`;
  await asSystem("purge expired", async (transaction) => {
    await transaction.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, olderThan("1 day")));
    await transaction.delete(rateLimits).where(lt(rateLimits.windowEndsAt, sql`now()`));
    await transaction.delete(signInAttempts).where(lt(signInAttempts.windowEndsAt, sql`now()`));
    await transaction.delete(passwordResets).where(lt(passwordResets.expiresAt, olderThan("1 day")));
    await transaction
      .delete(sessions)
      .where(or(lt(sessions.expiresAt, olderThan("30 days")), lt(sessions.revokedAt, olderThan("30 days"))));
    await transaction.delete(bulkChanges).where(lt(bulkChanges.endedAt, olderThan("30 days")));
    // Ids are ordered by time: the primary key finds the old ones of each location.
    await transaction.execute(
      sql`delete from ${notifications} n using ${locations} l where n.location_id = l.id and n.id < ${idFloor(Date.now() - notificationMilliseconds)}`,
    );
  });
}
