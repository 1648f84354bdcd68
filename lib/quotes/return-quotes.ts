import { and, eq, inArray, sql } from "drizzle-orm";
import { events, quotes } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import type { NewEvent } from "@/lib/events/catalogue";

export type ReturnQuotes = { clientId: string; to: { opportunityId: string; contactId: string | null } };

/** Gives a client's quotes that came from a lead back to it; those made for the client since stay. Answers how many. */
export function returnQuotes(context: Context, { clientId, to }: ReturnQuotes): Promise<number> {
  return change(context, async (transaction) => {
    const locationId = context.location.id;
    const cameFromLead = transaction
      .select({ id: events.subjectId })
      .from(events)
      .where(
        and(
          eq(events.locationId, locationId),
          eq(events.opportunityId, to.opportunityId),
          eq(events.type, "quote.moved"),
          sql`${events.after} ->> 'clientId' = ${clientId}`,
        ),
      );
    const returned = await transaction
      .update(quotes)
      .set({ opportunityId: to.opportunityId, clientId: null, businessId: null, updatedAt: context.now })
      .where(and(eq(quotes.locationId, locationId), eq(quotes.clientId, clientId), inArray(quotes.id, cameFromLead)))
      .returning({ id: quotes.id, number: quotes.number, title: quotes.title });
    const [first, ...rest] = returned.map(({ id, number, title }): NewEvent => ({
      type: "quote.moved",
      subject: { type: "quote", id },
      ...to,
      before: { clientId },
      after: { number, title, opportunityId: to.opportunityId },
    }));
    return { result: returned.length, ...(first ? { events: [first, ...rest] } : { unchanged: true }) };
  });
}
