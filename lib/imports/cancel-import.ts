import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { lockImport, setImport } from "./internal/edit-import";
import { importInLocation } from "./internal/select-imports";
import type { Import } from "./model/import";

/**
 * Stops an import that is running, or gives up one that was not started. Rows that are written stay
 * until it is undone.
 *
 * @throws NotFound; Conflict when it is over already.
 */
export function cancelImport(context: Context, { id }: { id: string }): Promise<Import> {
  return change(context, async (transaction) => {
    const { fileName, rowsDone } = await lockImport(transaction, context, id, ["ready", "running"]);
    await setImport(transaction, context, id, { status: "cancelled", finishedAt: context.now });
    return {
      result: await importInLocation(transaction, context, id),
      events: [{ type: "import.cancelled", subject: { type: "import", id }, after: { fileName, rowsDone } }],
    };
  });
}
