import { and, eq, isNotNull, lt, notInArray, sql } from "drizzle-orm";
import { importRows, imports, locationExports, locationImports } from "@/db/schema/imports";
import { asSystem } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { queueJob } from "@/lib/jobs/queue-job";

/**
 * Lets go of the files of imports that nobody has been at for 30 days, and of what their refused rows
 * said; of exports after 7 days, and of those that were read in. What an import did stays written, and can be undone.
 */
export async function purgeTransfers(): Promise<void> {
  await asSystem("purge imports", async (transaction) => {
    const old = await transaction
      .select({ locationId: imports.locationId, id: imports.id, storageKey: imports.storageKey })
      .from(imports)
      .where(
        and(
          isNotNull(imports.storageKey),
          lt(imports.updatedAt, sql`now() - interval '30 days'`),
          notInArray(imports.status, ["running", "undoing"]),
        ),
      );
    for (const { locationId, id, storageKey } of old) {
      const isIt = and(eq(imports.locationId, locationId), eq(imports.id, id));
      await transaction.update(imports).set({ storageKey: null }).where(isIt);
      await transaction
        .update(importRows)
        .set({ cells: null })
        .where(and(eq(importRows.locationId, locationId), eq(importRows.importId, id)));
      await letGo(transaction, locationId, storageKey);
    }
  });
  await asSystem("purge exports", async (transaction) => {
    const gone = await transaction
      .delete(locationExports)
      .where(lt(locationExports.createdAt, sql`now() - interval '7 days'`))
      .returning({ locationId: locationExports.locationId, storageKey: locationExports.storageKey });
    for (const { locationId, storageKey } of gone) await letGo(transaction, locationId, storageKey);
  });
  await asSystem("purge exports read in", async (transaction) => {
    const read = await transaction
      .select({
        locationId: locationImports.locationId,
        id: locationImports.id,
        storageKey: locationImports.storageKey,
      })
      .from(locationImports)
      .where(and(isNotNull(locationImports.storageKey), isNotNull(locationImports.finishedAt)));
    for (const { locationId, id, storageKey } of read) {
      await transaction
        .update(locationImports)
        .set({ storageKey: null })
        .where(and(eq(locationImports.locationId, locationId), eq(locationImports.id, id)));
      await letGo(transaction, locationId, storageKey);
    }
  });
}

/** The bytes go by a job of their own, once the rows are gone. */
async function letGo(transaction: Transaction, locationId: string, storageKey: string | null): Promise<void> {
  if (storageKey) await queueJob(transaction, "delete_unused_file", { locationId, storageKey }, { key: storageKey });
}
