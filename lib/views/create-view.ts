import { and, eq, sql } from "drizzle-orm";
import { savedViews } from "@/db/schema/views";
import { type Context, requireUserId } from "@/lib/access/context";
import { Conflict } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { checkQuery } from "@/lib/leads/query/check-query";
import { getView } from "./list-views";
import { type SavedView, type ViewChanges, type ViewKind, viewLimits } from "./model";

export type CreateView = Omit<ViewChanges, "position"> &
  Required<Pick<ViewChanges, "name" | "query">> & { kind: ViewKind };

/**
 * Saves a view, as the last of its kind.
 * @throws Forbidden (rule `user_needed`) for keys; Invalid for a query or column that does not fit; Conflict (rule `too_many`).
 */
export function createView(context: Context, input: CreateView): Promise<SavedView> {
  const ownerId = requireUserId(context);
  return change(context, async (transaction) => {
    const { name, kind, columns = [], shared = false, settings = {} } = input;
    const query = await checkQuery(
      transaction,
      context,
      input.query,
      columns.map(({ field }) => field),
    );
    const [known] = await transaction
      .select({
        last: sql<number>`coalesce(max(${savedViews.position}) filter (where ${savedViews.kind} = ${kind}), 0)::int`,
        own: sql<number>`(count(*) filter (where ${savedViews.ownerId} = ${ownerId}))::int`,
      })
      .from(savedViews)
      .where(and(eq(savedViews.locationId, context.location.id)));
    if ((known?.own ?? 0) >= viewLimits.perUser)
      throw new Conflict("too_many", `You have ${viewLimits.perUser} views, and that is the most. Delete one first.`);
    const id = newId();
    const position = (known?.last ?? 0) + 1;
    const row = {
      locationId: context.location.id,
      id,
      name,
      kind,
      ownerId,
      shared,
      query,
      columns,
      settings,
      position,
    };
    await transaction.insert(savedViews).values(row);
    return {
      result: await getView(transaction, context, id),
      events: [{ type: "view.created", subject: { type: "view", id }, after: { name, kind, shared } }],
    };
  });
}
