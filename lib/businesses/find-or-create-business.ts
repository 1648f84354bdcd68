import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { businesses } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { waitForOthers } from "@/lib/data/wait-for-others";
import { newId } from "@/lib/kit/id";
import type { BusinessReference } from "./model";

const columns = { id: businesses.id, number: businesses.number, name: businesses.name };

/** The business of a name, in whatever case; a new one when the location has none. The oldest of several. */
export function findOrCreateBusiness(context: Context, name: string): Promise<BusinessReference> {
  return change(context, async (transaction) => {
    // Two businesses may have one name.
    await waitForOthers(transaction, `business ${context.location.id} ${name.toLowerCase()}`);
    const [known] = await transaction
      .select(columns)
      .from(businesses)
      .where(
        and(
          eq(businesses.locationId, context.location.id),
          isNull(businesses.deletedAt),
          sql`lower(${businesses.name}) = lower(${name})`,
        ),
      )
      .orderBy(asc(businesses.id))
      .limit(1);
    if (known) return { result: known, unchanged: true };
    const id = newId();
    const [made] = await transaction
      .insert(businesses)
      .values({ locationId: context.location.id, id, name })
      .returning(columns);
    if (!made) throw new Error("A business that was just made is not there.");
    return {
      result: made,
      events: [{ type: "business.created", subject: { type: "business", id }, after: { name } }],
    };
  });
}
