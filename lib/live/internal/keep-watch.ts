import { and, eq, lt, sql } from "drizzle-orm";
import { liveWatchers } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { processWide } from "@/lib/kit/process-wide";

/** How long a location is watched after it was said so last. */
const watchedSeconds = 120;
const renewedMilliseconds = 40_000;

const processId = () => processWide("live.process", () => newId());

/**
 * Says that this process has screens of the location open, so that its events are announced, and
 * says it again as long as it is so. Answers, once that holds, a function that stops it.
 * @throws Unavailable without a database.
 */
export async function keepWatch(context: Context): Promise<() => void> {
  await watch(context);
  // One that is missed is made up for by the next: the time is meant for two of them.
  const timer = setInterval(() => void watch(context).catch(() => {}), renewedMilliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

const watch = (context: Context): Promise<null> =>
  change({ ...context, now: new Date() }, async (transaction) => {
    const { id: locationId } = context.location;
    const watchedUntil = sql`now() + make_interval(secs => ${watchedSeconds})`;
    await transaction
      .delete(liveWatchers)
      .where(and(eq(liveWatchers.locationId, locationId), lt(liveWatchers.watchedUntil, sql`now()`)));
    await transaction
      .insert(liveWatchers)
      .values({ locationId, id: processId(), watchedUntil })
      .onConflictDoUpdate({ target: [liveWatchers.locationId, liveWatchers.id], set: { watchedUntil } });
    // Who watches is no fact about the location.
    return { result: null, unchanged: true };
  });
