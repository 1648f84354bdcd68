import { and, eq } from "drizzle-orm";
import { imports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { Conflict, NotFound } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";
import type { Import, ImportStatus } from "@/lib/imports/model/import";
import { importInLocation, requireImporter } from "./select-imports";

/**
 * The import of an id, held until the transaction ends, when it is in one of these states.
 *
 * @throws NotFound; Forbidden for who does not see all leads; Conflict (rule `import_state`) in
 * another state.
 */
export async function lockImport(
  transaction: Transaction,
  context: Context,
  id: string,
  allowed: readonly ImportStatus[],
): Promise<Import> {
  requireImporter(context);
  const [held] = await transaction
    .select({ status: imports.status })
    .from(imports)
    .where(and(eq(imports.locationId, context.location.id), eq(imports.id, id)))
    .for("update");
  if (!held) throw new NotFound("import");
  if (!allowed.includes(held.status)) throw new Conflict("import_state", sentences[held.status]);
  return importInLocation(transaction, context, id);
}

const sentences: Record<ImportStatus, string> = {
  ready: "This import was not started yet.",
  running: "This import is running. Cancel it first.",
  done: "This import is done already. Send the file again to import it once more.",
  cancelled: "This import was cancelled. Send the file again.",
  failed: "This import has failed. Send the file again.",
  undoing: "This import is being undone.",
  undone: "This import was undone already.",
};

/** Sets columns of an import. */
export const setImport = (
  transaction: Transaction,
  { location, now }: Context,
  id: string,
  columns: Partial<typeof imports.$inferInsert>,
) =>
  transaction
    .update(imports)
    .set({ ...columns, updatedAt: now })
    .where(and(eq(imports.locationId, location.id), eq(imports.id, id)));
