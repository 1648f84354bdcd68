import { and, eq } from "drizzle-orm";
import { attachments } from "@/db/schema/activity";
import { imports, locationExports, locationImports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { storage } from "@/lib/providers/storage/configured";

/**
 * Deletes the bytes under `storageKey`, unless an attachment, an import or an export of the location
 * refers to them, be it a deleted attachment that can still be restored. Nobody can come to refer to
 * them meanwhile: attachments are copied from those that are there.
 */
export async function deleteUnusedFile(context: Context, storageKey: string): Promise<void> {
  const users = await read(context, (transaction) =>
    Promise.all(
      [attachments, imports, locationExports, locationImports].map((table) =>
        transaction
          .select({ id: table.id })
          .from(table)
          .where(and(eq(table.locationId, context.location.id), eq(table.storageKey, storageKey)))
          .limit(1),
      ),
    ),
  );
  if (users.every((rows) => rows.length === 0)) await (await storage()).delete(storageKey);
}
