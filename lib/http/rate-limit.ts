import { sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema/companies";
import { LimitReached } from "@/lib/access/errors";
import { environment } from "@/lib/config/environment";
import { asAccess } from "@/lib/data/doors";
import { processWide } from "@/lib/kit/process-wide";
import { log } from "./log";

const burstMilliseconds = 10_000;
const dayMilliseconds = 86_400_000;
const shareEveryMilliseconds = 500;

/** Requests counted in one window: by all processes as last heard, and by this one since. */
type Window = { shared: number; pending: number; endsAt: number };
type State = { windows: Map<string, Window>; timer: NodeJS.Timeout | undefined; lastSweep: number };

const state = (): State =>
  processWide<State>("http.rate-limit", () => ({ windows: new Map(), timer: undefined, lastSweep: 0 }));

/** What a caller has left, for the headers of an answer. */
export type RateLimitStatus = { burstRemaining: number; dailyRemaining: number };

/**
 * Counts one request of `subject` against its burst (10 s) and daily (UTC day) limits. Processes
 * count on their own and share the sums through the database twice a second, so that a request
 * waits for no round trip; several processes may together pass a limit by what half a second brings.
 * @throws LimitReached with the seconds to wait.
 */
export function countRequest(subject: string, now: number): RateLimitStatus {
  const burst = windowOf(subject, "burst", burstMilliseconds, now);
  const daily = windowOf(subject, "daily", dayMilliseconds, now);
  const spent =
    used(daily) >= environment.RATE_LIMIT_DAILY ? daily : used(burst) >= environment.RATE_LIMIT_BURST ? burst : null;
  if (spent) throw new LimitReached(Math.max(1, Math.ceil((spent.endsAt - now) / 1000)));
  burst.pending++;
  daily.pending++;
  state().timer ??= setTimeout(() => void share(), shareEveryMilliseconds).unref();
  return {
    burstRemaining: environment.RATE_LIMIT_BURST - used(burst),
    dailyRemaining: environment.RATE_LIMIT_DAILY - used(daily),
  };
}

/** What a subject has left without counting a request: for the answer that refuses one. */
export function limitOf(subject: string, now: number): RateLimitStatus {
  return {
    burstRemaining: Math.max(
      0,
      environment.RATE_LIMIT_BURST - used(windowOf(subject, "burst", burstMilliseconds, now)),
    ),
    dailyRemaining: Math.max(0, environment.RATE_LIMIT_DAILY - used(windowOf(subject, "daily", dayMilliseconds, now))),
  };
}

/**
 * The documented headers: daily and burst limit, what is left of them, and the burst's interval. All is
 * left of the limits of a caller whom nobody knows: nothing was counted.
 */
export function rateLimitHeaders(status: RateLimitStatus | null): Record<string, string> {
  return {
    "x-ratelimit-limit-daily": String(environment.RATE_LIMIT_DAILY),
    "x-ratelimit-daily-remaining": String(status?.dailyRemaining ?? environment.RATE_LIMIT_DAILY),
    "x-ratelimit-interval-milliseconds": String(burstMilliseconds),
    "x-ratelimit-max": String(environment.RATE_LIMIT_BURST),
    "x-ratelimit-remaining": String(status?.burstRemaining ?? environment.RATE_LIMIT_BURST),
  };
}

const used = (window: Window): number => window.shared + window.pending;

function windowOf(subject: string, kind: string, length: number, now: number): Window {
  const start = now - (now % length);
  const key = `${subject}:${kind}:${start / length}`;
  const { windows } = state();
  const known = windows.get(key);
  if (known) return known;
  const window = { shared: 0, pending: 0, endsAt: start + length };
  windows.set(key, window);
  return window;
}

/** Shares what was counted since the last time, and stops doing so: the process is about to end. */
export async function stopSharing(): Promise<void> {
  clearTimeout(state().timer);
  await share();
  clearTimeout(state().timer);
  state().timer = undefined;
}

/** Adds what this process counted to the shared sums, and learns what the others did. */
async function share(): Promise<void> {
  const current = state();
  const now = Date.now();
  const taken = new Map<string, number>();
  for (const [key, window] of current.windows) {
    if (window.endsAt <= now) current.windows.delete(key);
    else if (window.pending > 0) taken.set(key, window.pending);
  }
  try {
    if (taken.size > 0) await addToShared(current, taken);
    if (now - current.lastSweep > 60_000) {
      current.lastSweep = now;
      await asAccess((transaction) => transaction.delete(rateLimits).where(sql`${rateLimits.windowEndsAt} < now()`));
    }
  } catch (error) {
    // Counting goes on in this process alone until the database is back.
    log.warn({ err: error }, "rate limits could not be shared");
  }
  const pending = [...current.windows.values()].some((window) => window.pending > 0);
  current.timer = pending ? setTimeout(() => void share(), shareEveryMilliseconds).unref() : undefined;
}

async function addToShared({ windows }: State, taken: Map<string, number>): Promise<void> {
  const rows = [...taken].flatMap(([subject, used]) => {
    const window = windows.get(subject);
    return window ? [{ subject, used, windowEndsAt: new Date(window.endsAt) }] : [];
  });
  const sums = await asAccess((transaction) =>
    transaction
      .insert(rateLimits)
      // One order for all processes, so that they do not wait for each other in a circle.
      .values(rows.toSorted((one, other) => (one.subject < other.subject ? -1 : 1)))
      .onConflictDoUpdate({ target: rateLimits.subject, set: { used: sql`${rateLimits.used} + excluded.used` } })
      .returning({ subject: rateLimits.subject, used: rateLimits.used }),
  );
  for (const sum of sums) {
    const window = windows.get(sum.subject);
    if (!window) continue;
    window.shared = sum.used;
    window.pending -= taken.get(sum.subject) ?? 0;
  }
}
