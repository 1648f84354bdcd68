import { and, asc, eq } from "drizzle-orm";
import { businesses } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { readAtOnce } from "@/lib/data/doors";
import { livingBusinesses, selectBusinesses } from "./internal/select-businesses";
import type { Business } from "./model";

/** One business of the location. @throws NotFound. */
export async function getBusiness(context: Context, businessId: string): Promise<Business> {
  const [business] = await readAtOnce(context, (transaction) =>
    selectBusinesses(transaction).where(and(livingBusinesses(context), eq(businesses.id, businessId))),
  );
  if (!business) throw new NotFound("business");
  return business;
}

/** Businesses of the location, the oldest first. */
export const listBusinesses = (
  context: Context,
  { limit, offset }: { limit: number; offset: number },
): Promise<Business[]> =>
  readAtOnce(context, (transaction) =>
    selectBusinesses(transaction)
      .where(livingBusinesses(context))
      .orderBy(asc(businesses.id))
      .limit(limit)
      .offset(offset),
  );
