import { and, eq } from "drizzle-orm";
import { quotes } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import type { NewEvent } from "@/lib/events/catalogue";

export type MoveQuotes = {
  from: { opportunityId: string; contactId: string };
  to: { clientId: string; businessId: string | null };
};

/** Hands all quotes of a lead over to a client. Answers how many there were. */
export function moveQuotes(context: Context, { from, to }: MoveQuotes): Promise<number> {
  return change(context, async (transaction) => {
    const moved = await transaction
      .update(quotes)
      .set({ ...to, opportunityId: null, updatedAt: context.now })
      .where(and(eq(quotes.locationId, context.location.id), eq(quotes.opportunityId, from.opportunityId)))
      .returning({ id: quotes.id, number: quotes.number, title: quotes.title });
    const [first, ...rest] = moved.map(({ id, number, title }): NewEvent => ({
      type: "quote.moved",
      subject: { type: "quote", id },
      ...from,
      before: { opportunityId: from.opportunityId },
      after: { number, title, clientId: to.clientId },
    }));
    return { result: moved.length, ...(first ? { events: [first, ...rest] } : { unchanged: true }) };
  });
}
