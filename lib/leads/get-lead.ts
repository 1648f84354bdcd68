import { and, eq, type SQL, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import { type Context, visibilityOf } from "@/lib/access/context";
import { read, readAtOnce } from "@/lib/data/doors";
import { prepared } from "@/lib/data/prepared";
import type { ReadTransaction, Transaction } from "@/lib/data/transaction";
import { missingLead } from "./internal/missing-lead";
import { bindReader, readableLeadsPrepared } from "./internal/readable";
import { leadOf, selectLeads } from "./internal/select-leads";
import type { Lead, LeadReference } from "./model";

const columnOf = { id: opportunities.id, number: opportunities.number, slug: opportunities.slug };

/** What a reference names: a column and its value. */
function partsOf(reference: LeadReference): { column: keyof typeof columnOf; value: string | number } {
  if ("id" in reference) return { column: "id", value: reference.id };
  if ("number" in reference) return { column: "number", value: reference.number };
  return { column: "slug", value: reference.slug };
}

/** The condition that a row is the one that `reference` names. */
export function isLead(reference: LeadReference): SQL {
  const { column, value } = partsOf(reference);
  return eq(columnOf[column], value);
}

/** A lead inside a transaction, or null when there is none that the caller may read. */
export async function findLead(
  transaction: ReadTransaction,
  context: Context,
  reference: LeadReference,
): Promise<Lead | null> {
  const { column, value } = partsOf(reference);
  const visibility = visibilityOf(context);
  const query = prepared(transaction, `lead by ${column}, ${visibility}`, (connection) =>
    selectLeads(connection).where(
      and(readableLeadsPrepared(visibility), eq(columnOf[column], sql.placeholder("value"))),
    ),
  );
  const [row] = await query.execute({ ...bindReader(context), value });
  return row ? leadOf(row) : null;
}

/**
 * Holds a lead until the transaction ends: two changes of one lead come in order, so that each event's
 * "before" is true. A `findLead` that is handed over right behind it reads the lead as it is then.
 */
export function holdLead(transaction: Transaction, context: Context, reference: LeadReference): Promise<unknown> {
  const { column, value } = partsOf(reference);
  const visibility = visibilityOf(context);
  const query = prepared(transaction, `hold lead by ${column}, ${visibility}`, () =>
    transaction
      .select({ id: opportunities.id })
      .from(opportunities)
      .where(and(readableLeadsPrepared(visibility), eq(columnOf[column], sql.placeholder("value"))))
      .for("update"),
  );
  return query.execute({ ...bindReader(context), value });
}

/** One lead. @throws NotFound when there is none that the caller may read; its rule is `lead_deleted` when there was one. */
export async function getLead(context: Context, reference: LeadReference): Promise<Lead> {
  const lead = await readAtOnce(context, (transaction) => findLead(transaction, context, reference));
  if (lead) return lead;
  throw await read(context, (transaction) => missingLead(transaction, context, isLead(reference)));
}
