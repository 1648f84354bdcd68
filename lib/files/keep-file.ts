import type { Context } from "@/lib/access/context";
import { Unavailable } from "@/lib/access/errors";
import { together } from "@/lib/data/doors";
import { queueJob } from "@/lib/jobs/queue-job";
import { storage } from "@/lib/providers/storage/configured";

const hourMilliseconds = 3_600_000;

/**
 * Keeps a file under a key of the location. It comes before the row that refers to it; a job, there
 * before either, takes away what no row came for.
 *
 * @throws Unavailable when the storage does not take it.
 */
export async function keepFile(context: Context, storageKey: string, file: Blob): Promise<void> {
  const runAt = new Date(Date.now() + hourMilliseconds);
  await together({ ...context, transaction: undefined }, ({ transaction }) =>
    queueJob(
      transaction,
      "delete_unused_file",
      { locationId: context.location.id, storageKey },
      { key: storageKey, runAt },
    ),
  );
  try {
    await (await storage()).put(storageKey, file);
  } catch (error) {
    throw new Unavailable("The file could not be stored. Try again, or ask whether the storage is full or away.", {
      cause: error,
    });
  }
}
