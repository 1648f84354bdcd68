import { and, count, eq, inArray } from "drizzle-orm";
import { importRows } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { queueJob } from "@/lib/jobs/queue-job";
import { lockImport, setImport } from "./internal/edit-import";
import { importerOf } from "./internal/importer";
import { importInLocation } from "./internal/select-imports";
import type { Import } from "./model/import";

/**
 * Takes back what an import did, by a job: the leads it made are deleted, and what it changed is put
 * back. What somebody changed since stays, and is told.
 *
 * @throws NotFound; Conflict for one that is running, was not started or is undone already.
 */
export function undoImport(context: Context, { id }: { id: string }): Promise<Import> {
  return change(context, async (transaction) => {
    const { fileName } = await lockImport(transaction, context, id, ["done", "cancelled", "failed"]);
    const [total] = await transaction
      .select({ rows: count() })
      .from(importRows)
      .where(
        and(
          eq(importRows.locationId, context.location.id),
          eq(importRows.importId, id),
          inArray(importRows.kind, ["new", "changed"]),
        ),
      );
    const undo = { rowsDone: 0, rowsTotal: total?.rows ?? 0, removed: 0, restored: 0, kept: 0 };
    await setImport(transaction, context, id, {
      status: "undoing",
      undo,
      actor: importerOf(context),
    });
    await queueJob(
      transaction,
      "undo_import",
      { locationId: context.location.id, importId: id },
      { key: `undo-${id}` },
    );
    return {
      result: await importInLocation(transaction, context, id),
      events: [{ type: "import.undone", subject: { type: "import", id }, after: { fileName } }],
    };
  });
}
