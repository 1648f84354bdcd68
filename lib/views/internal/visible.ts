import { and, eq, or, type SQL } from "drizzle-orm";
import { savedViews } from "@/db/schema/views";
import { type Context, isAdministrator, userIdOf } from "@/lib/access/context";
import { Forbidden, NotFound } from "@/lib/access/errors";
import type { Transaction } from "@/lib/data/transaction";

/** The views that the caller may see: those of the team, and their own. */
export function visibleViews(context: Context): SQL | undefined {
  const userId = userIdOf(context);
  const own = userId === null ? undefined : eq(savedViews.ownerId, userId);
  return and(eq(savedViews.locationId, context.location.id), or(eq(savedViews.shared, true), own));
}

/** Whether the caller may change a view: their own, and as an administrator those of the team. */
export const mayChange = (context: Context, { ownerId, shared }: { ownerId: string; shared: boolean }): boolean =>
  ownerId === userIdOf(context) || (shared && isAdministrator(context));

/** The view to be changed, held until the transaction ends. @throws NotFound; Forbidden (rule `not_owner`). */
export async function lockView(transaction: Transaction, context: Context, id: string) {
  const [view] = await transaction
    .select()
    .from(savedViews)
    .where(and(visibleViews(context), eq(savedViews.id, id)))
    .for("update");
  if (!view) throw new NotFound("view");
  if (!mayChange(context, view))
    throw new Forbidden(
      "not_owner",
      "Only who made this view, or an administrator, may change it. Save it as your own.",
    );
  return view;
}
