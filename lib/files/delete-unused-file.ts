import { and, eq } from "drizzle-orm";
import { attachments } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { storage } from "@/lib/providers/storage/configured";

/**
 * Deletes the bytes under `storageKey`, unless an attachment of the location refers to them, be it a
 * deleted one that can still be restored. Nobody can come to refer to them meanwhile: attachments are
 * copied from those that are there.
 */
export async function deleteUnusedFile(context: Context, storageKey: string): Promise<void> {
  const users = await read(context, (transaction) =>
    transaction
      .select({ id: attachments.id })
      .from(attachments)
      .where(and(eq(attachments.locationId, context.location.id), eq(attachments.storageKey, storageKey)))
      .limit(1),
  );
  if (users.length === 0) await (await storage()).delete(storageKey);
}
