import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { locationImports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import { together } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LocationImport } from "@/lib/transfer/model";

/** A query for exports that were read in, to be narrowed, ordered and paged. */
export const selectLocationImports = (transaction: ReadTransaction) =>
  transaction
    .select({ row: locationImports, createdByName: users.name })
    .from(locationImports)
    .leftJoin(users, eq(users.id, locationImports.createdById))
    .$dynamic();

/** Whether a row is this import of the caller's location. */
export const isLocationImport = ({ location }: Context, id: string) =>
  and(eq(locationImports.locationId, location.id), eq(locationImports.id, id));

/** The import of a row. */
export function locationImportOf({
  row: { locationId: _location, storageKey: _key, createdById: _creator, updatedAt: _updated, ...row },
  createdByName,
}: Awaited<ReturnType<typeof selectLocationImports>>[number]): LocationImport {
  return { ...row, createdByName };
}

/** Notes how far an import is, whatever becomes of the transaction that reads it in. */
export const setLocationImport = (
  context: Context,
  id: string,
  columns: Partial<typeof locationImports.$inferInsert>,
): Promise<void> =>
  together({ ...context, transaction: undefined }, async ({ transaction }) => {
    await transaction
      .update(locationImports)
      .set({ ...columns, updatedAt: new Date() })
      .where(isLocationImport(context, id));
  });
