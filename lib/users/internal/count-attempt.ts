import { sql } from "drizzle-orm";
import { signInAttempts } from "@/db/schema/companies";
import { LimitReached } from "@/lib/access/errors";
import { secretHash } from "@/lib/access/secrets";
import { asAccess } from "@/lib/data/doors";

/** What is counted, such as one account's sign-ins, and how often it may happen in a window. */
export type AttemptLimit = { subject: string; most: number; windowMinutes: number };

/**
 * Counts one try against each limit, in the database, before it is known how it ends: tries at the
 * same time are all counted.
 * @throws LimitReached when one limit is passed, with the seconds until its window ends.
 */
export async function countAttempt(limits: AttemptLimit[], now: Date): Promise<void> {
  const counted = await asAccess(async (transaction) => {
    const rows = [];
    // In one order everywhere, so that no two tries wait for each other.
    for (const limit of limits.toSorted((one, other) => (one.subject < other.subject ? -1 : 1))) {
      const windowEndsAt = new Date(now.getTime() + limit.windowMinutes * 60_000);
      const isOver = sql`${signInAttempts.windowEndsAt} <= ${now.toISOString()}`;
      const [row] = await transaction
        .insert(signInAttempts)
        .values({ subject: secretHash(limit.subject), failures: 1, windowEndsAt })
        .onConflictDoUpdate({
          target: signInAttempts.subject,
          set: {
            failures: sql`case when ${isOver} then 1 else ${signInAttempts.failures} + 1 end`,
            windowEndsAt: sql`case when ${isOver} then excluded.window_ends_at else ${signInAttempts.windowEndsAt} end`,
          },
        })
        .returning({ failures: signInAttempts.failures, windowEndsAt: signInAttempts.windowEndsAt });
      if (row) rows.push({ ...row, most: limit.most });
    }
    return rows;
  });
  const spent = counted
    .filter(({ failures, most }) => failures > most)
    .map(({ windowEndsAt }) => windowEndsAt.getTime());
  if (spent.length > 0) throw new LimitReached(Math.max(1, Math.ceil((Math.max(...spent) - now.getTime()) / 1000)));
}

/** Forgets what was counted: the one who tried has shown who they are. */
export function forgetAttempts(limits: AttemptLimit[]): Promise<unknown> {
  const subjects = limits.map(({ subject }) => secretHash(subject));
  return asAccess((transaction) =>
    transaction.delete(signInAttempts).where(sql`${signInAttempts.subject} in ${subjects}`),
  );
}
