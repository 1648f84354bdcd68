import { and, eq } from "drizzle-orm";
import { users } from "@/db/schema/companies";
import { locationExports } from "@/db/schema/imports";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { LocationExport } from "@/lib/transfer/model";

/** A query for exports, to be narrowed, ordered and paged. */
export const selectExports = (transaction: ReadTransaction) =>
  transaction
    .select({ row: locationExports, createdByName: users.name })
    .from(locationExports)
    .leftJoin(users, eq(users.id, locationExports.createdById))
    .$dynamic();

/** Whether a row is this export of the caller's location. */
export const isExport = ({ location }: Context, id: string) =>
  and(eq(locationExports.locationId, location.id), eq(locationExports.id, id));

/** The export of a row. */
export function exportOf({ row, createdByName }: Awaited<ReturnType<typeof selectExports>>[number]): LocationExport {
  const { id, status, fileName, sizeBytes, recordsDone, failure, createdAt, finishedAt } = row;
  return { id, status, fileName, sizeBytes, recordsDone, failure, createdByName, createdAt, finishedAt };
}
