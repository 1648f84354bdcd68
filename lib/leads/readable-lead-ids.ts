import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import type { ReadTransaction } from "@/lib/data/transaction";
import { readableLeads } from "./internal/readable";

/** A subquery of the ids of the leads that the caller may read, for what hangs on leads. */
export const readableLeadIds = (context: Context, transaction: ReadTransaction) =>
  transaction.select({ id: opportunities.id }).from(opportunities).where(readableLeads(context));
