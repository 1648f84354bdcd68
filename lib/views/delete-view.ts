import { and, eq } from "drizzle-orm";
import { savedViews } from "@/db/schema/views";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { lockView } from "./internal/visible";

/** Deletes a view; whose screen began with it begins without. @throws NotFound; Forbidden (rule `not_owner`). */
export function deleteView(context: Context, { id }: { id: string }): Promise<void> {
  return change(context, async (transaction) => {
    const { name, kind, shared, query, columns, settings } = await lockView(transaction, context, id);
    await transaction
      .delete(savedViews)
      .where(and(eq(savedViews.locationId, context.location.id), eq(savedViews.id, id)));
    const before = { name, kind, shared, query, columns, settings };
    return { result: undefined, events: [{ type: "view.deleted", subject: { type: "view", id }, before }] };
  });
}
