import { and, asc, eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { defaultViews, savedViews } from "@/db/schema/views";
import { type Context, userIdOf } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { read } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LeadQuery } from "@/lib/leads/query/model";
import { mayChange, visibleViews } from "./internal/visible";
import type { SavedView, ViewColumn, ViewKind } from "./model";

/** The views that the caller may see, in their order. */
export const listViews = (context: Context, { kind }: { kind?: ViewKind }): Promise<SavedView[]> =>
  read(context, (transaction) => selectViews(transaction, context, { kind }));

/** One of the caller's views. @throws NotFound. */
export async function getView(transaction: ReadTransaction, context: Context, id: string): Promise<SavedView> {
  const [view] = await selectViews(transaction, context, { id });
  if (!view) throw new NotFound("view");
  return view;
}

async function selectViews(
  transaction: ReadTransaction,
  context: Context,
  { kind, id }: { kind?: ViewKind; id?: string },
): Promise<SavedView[]> {
  const rows = await transaction
    .select({ view: savedViews, ownerName: users.name, defaultId: defaultViews.id })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.ownerId))
    .leftJoin(
      defaultViews,
      and(
        eq(defaultViews.locationId, savedViews.locationId),
        eq(defaultViews.viewId, savedViews.id),
        eq(defaultViews.userId, userIdOf(context) ?? ""),
      ),
    )
    .where(
      and(
        visibleViews(context),
        kind === undefined ? undefined : eq(savedViews.kind, kind),
        id === undefined ? undefined : eq(savedViews.id, id),
      ),
    )
    .orderBy(asc(savedViews.position), asc(savedViews.id));
  return rows.map(({ view, ownerName, defaultId }) => ({
    id: view.id,
    name: view.name,
    kind: view.kind,
    shared: view.shared,
    owner: { id: view.ownerId, name: ownerName },
    changeable: mayChange(context, view),
    isDefault: defaultId !== null,
    // Checked when it was saved.
    query: view.query as LeadQuery,
    columns: view.columns as ViewColumn[],
    settings: view.settings as SavedView["settings"],
    position: view.position,
    updatedAt: view.updatedAt,
  }));
}
