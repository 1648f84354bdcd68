import { and, eq } from "drizzle-orm";
import { savedViews } from "@/db/schema/views";
import type { Context } from "@/lib/access/context";
import { Forbidden } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { difference } from "@/lib/events/catalogue";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { checkQuery } from "@/lib/leads/query/check-query";
import { lockView } from "./internal/visible";
import { getView } from "./list-views";
import type { SavedView, ViewChanges } from "./model";

/**
 * Changes a view; what is undefined stays.
 * @throws NotFound; Forbidden (rule `not_owner`); Invalid for a query or column that does not fit.
 */
export function updateView(
  context: Context,
  { id, changes }: { id: string; changes: ViewChanges },
): Promise<SavedView> {
  return change(context, async (transaction) => {
    const view = await lockView(transaction, context, id);
    // What somebody keeps to themselves is theirs: an administrator does not take it out of sight.
    if (changes.shared === false && view.shared && view.ownerId !== (context.actor.type === "user" && context.actor.id))
      throw new Forbidden("not_owner", "Only who made this view may keep it to themselves.");
    const fields = changes.columns?.map(({ field }) => field);
    const query = await checkQuery(transaction, context, changes.query ?? {}, fields);
    const columns = withoutUndefined({ ...changes, query: changes.query && query });
    const changed = difference<Record<string, unknown>>(view, columns);
    if (Object.keys(changed.after).length === 0)
      return { result: await getView(transaction, context, id), unchanged: true };
    await transaction
      .update(savedViews)
      .set({ ...columns, updatedAt: context.now })
      .where(and(eq(savedViews.locationId, context.location.id), eq(savedViews.id, id)));
    return {
      result: await getView(transaction, context, id),
      events: [{ type: "view.updated", subject: { type: "view", id }, ...changed }],
    };
  });
}
