import { and, desc, eq, gte, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { events } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { idFloor } from "@/lib/kit/id";
import { startOfDay } from "@/lib/kit/zone";
import { type AuditFilter, auditKinds, type AuditPage } from "./model";

export type ListAuditLog = AuditFilter & {
  limit: number;
  /** The `next` of the page before. */
  after?: string;
};

/** So many events are looked at for one page: no index knows who did what. A page may hold less than was asked for. */
const mostLookedAt = 20_000;

/**
 * Who did what in the location, the last first. What a larger change did to each of many records is told by
 * the change alone, and what an import did by the import.
 */
export function listAuditLog(context: Context, { limit, after, ...filter }: ListAuditLog): Promise<AuditPage> {
  const { id: locationId, timeZone } = context.location;
  return read(context, async (transaction) => {
    const looked = transaction
      .select()
      .from(events)
      .where(
        and(
          eq(events.locationId, locationId),
          isNull(events.importId),
          after === undefined ? undefined : lt(events.id, after),
          // Ids begin with the moment they were made at.
          filter.from ? gte(events.id, idFloor(startOfDay(filter.from, timeZone).getTime())) : undefined,
          filter.to ? lt(events.id, idFloor(startOfDay(filter.to, timeZone, 1).getTime())) : undefined,
        ),
      )
      .orderBy(desc(events.id))
      .limit(mostLookedAt)
      .as("looked");
    const { id, type, actorType, actorName, occurredAt, opportunityId, before, after: state } = looked;
    const [entries, [end]] = await Promise.all([
      transaction
        .select({ id, type, actorType, actorName, occurredAt, leadId: opportunityId, before, after: state })
        .from(looked)
        .where(and(isNull(looked.partOfId), isOf(looked, filter)))
        .orderBy(desc(id))
        .limit(limit),
      transaction.select({ last: sql<string | null>`min(${id})`, count: sql<number>`count(*)::int` }).from(looked),
    ]);
    const isFull = entries.length === limit;
    const goesOn = isFull || (end?.count ?? 0) === mostLookedAt;
    return { entries, next: goesOn ? ((isFull ? entries.at(-1)?.id : end?.last) ?? null) : null };
  });
}

type Looked = Record<"type" | "actorType" | "actorId", AnyPgColumn>;

/** Whether an event is by whom and of the kind that are asked for. */
function isOf(looked: Looked, { actor, kind }: AuditFilter): SQL | undefined {
  const isBy = actor && ("id" in actor ? eq(looked.actorId, actor.id) : eq(looked.actorType, actor.type));
  const isKind = kind && or(...auditKinds[kind].map((subject) => sql`starts_with(${looked.type}, ${`${subject}.`})`));
  return and(isBy, isKind);
}
