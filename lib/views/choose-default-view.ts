import { and, eq } from "drizzle-orm";
import { defaultViews } from "@/db/schema/views";
import { type Context, requireUserId } from "@/lib/access/context";
import { Invalid } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { getView } from "./list-views";
import type { ViewKind } from "./model";

/**
 * Says with which view the caller's screen begins; null: with none.
 * @throws Forbidden (rule `user_needed`) for keys; NotFound; Invalid for a view of the other kind.
 */
export function chooseDefaultView(
  context: Context,
  { kind, viewId }: { kind: ViewKind; viewId: string | null },
): Promise<void> {
  const userId = requireUserId(context);
  return change(context, async (transaction) => {
    const locationId = context.location.id;
    if (viewId !== null && (await getView(transaction, context, viewId)).kind !== kind)
      throw Invalid.field("viewId", "kind", `This is not a view of a ${kind}.`);
    const key = [defaultViews.locationId, defaultViews.userId, defaultViews.kind];
    if (viewId === null)
      await transaction
        .delete(defaultViews)
        .where(
          and(eq(defaultViews.locationId, locationId), eq(defaultViews.userId, userId), eq(defaultViews.kind, kind)),
        );
    else
      await transaction
        .insert(defaultViews)
        .values({ locationId, id: newId(), userId, kind, viewId })
        .onConflictDoUpdate({ target: key, set: { viewId, updatedAt: context.now } });
    const subject = { type: "user", id: userId };
    return {
      result: undefined,
      events: [{ type: "settings.changed", subject, after: { defaultView: { kind, viewId } } }],
    };
  });
}
