import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { lostReasons } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { readAtOnce } from "@/lib/data/doors";

/** Why a deal was lost, as people choose it. */
export type LostReason = Pick<typeof lostReasons.$inferSelect, "id" | "name" | "createdAt" | "updatedAt">;

export type ListLostReasons = {
  /** The whole name, or a part of it; in whatever case. */
  name?: string;
  part?: string;
  /** Those that are offered no longer, instead of those that are. */
  retired?: boolean;
  limit: number;
  offset: number;
};

/** A page of the location's reasons for lost deals, in their order; and how many there are in all. */
export async function listLostReasons(
  context: Context,
  { name, part, retired = false, limit, offset }: ListLostReasons,
): Promise<{ reasons: LostReason[]; total: number }> {
  const { id, createdAt, updatedAt, position, retiredAt } = lostReasons;
  const where = and(
    eq(lostReasons.locationId, context.location.id),
    retired ? isNotNull(retiredAt) : isNull(retiredAt),
    name === undefined ? undefined : sql`lower(${lostReasons.name}) = lower(${name})`,
    part === undefined ? undefined : sql`strpos(lower(${lostReasons.name}), lower(${part})) > 0`,
  );
  const [reasons, total] = await readAtOnce(context, (transaction) =>
    Promise.all([
      transaction
        .select({ id, name: lostReasons.name, createdAt, updatedAt })
        .from(lostReasons)
        .where(where)
        .orderBy(asc(position), asc(id))
        .limit(limit)
        .offset(offset),
      transaction.$count(lostReasons, where),
    ]),
  );
  return { reasons, total };
}
