import { and, eq, inArray, sql } from "drizzle-orm";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { type Change, change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";

/** Writes the same columns to many leads that are held. */
export async function writeMany(
  transaction: Transaction,
  context: Context,
  ids: readonly string[],
  columns: Partial<typeof opportunities.$inferInsert>,
): Promise<void> {
  if (ids.length === 0) return;
  await transaction
    .update(opportunities)
    .set({ ...columns, version: sql`${opportunities.version} + 1`, updatedAt: context.now })
    .where(and(eq(opportunities.locationId, context.location.id), inArray(opportunities.id, [...ids])));
}

/** An event about one of many leads. */
export const eventOf = (lead: { id: string; contactId: string }, event: Omit<NewEvent, "subject">): NewEvent => ({
  ...event,
  subject: { type: "lead", id: lead.id },
  contactId: lead.contactId,
  opportunityId: lead.id,
});

/** What a change answers that wrote `events`, or none. */
export function told(events: NewEvent[]): Change<undefined> {
  const [first, ...rest] = events;
  return first ? { result: undefined, events: [first, ...rest] } : { result: undefined, unchanged: true };
}

/** Writes events as parts of a larger change: they are undone with it, and not named beside it. */
export async function tellAsPart(
  transaction: Transaction,
  context: Context,
  events: NewEvent[],
  partOfId: string,
): Promise<void> {
  await change({ ...context, transaction, partOfId, written: undefined }, async () => told(events));
}
