import { and, eq, getTableColumns, isNull, type SQL } from "drizzle-orm";
import { businesses } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";

const { locationId, deletedAt, ...columns } = getTableColumns(businesses);

/** The columns of a business that leave the domain. */
export const businessColumns = columns;

/** A query for whole businesses, to be narrowed and ordered. */
export const selectBusinesses = (transaction: ReadTransaction) =>
  transaction.select(columns).from(businesses).$dynamic();

/** The location's businesses that are not deleted. */
export const livingBusinesses = (context: Context): SQL | undefined =>
  and(eq(businesses.locationId, context.location.id), isNull(businesses.deletedAt));
