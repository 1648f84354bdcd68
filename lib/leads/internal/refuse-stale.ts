import { and, desc, eq, inArray } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import type { Context } from "@/lib/access/context";
import { ChangedSince } from "@/lib/access/errors";
import type { ReadTransaction } from "@/lib/data/transaction";
import type { EventType } from "@/lib/events/catalogue";
import { sayEvent } from "@/lib/events/model";
import type { Lead } from "@/lib/leads/model";

/** Changes of where a lead stands. A move clashes with these; any other change stays beside it. */
const moves: readonly EventType[] = [
  "lead.stage_changed",
  "lead.status_changed",
  "lead.archived",
  "lead.activated",
  "lead.converted",
  "lead.deleted",
  "lead.restored",
];
/** Every other change that gives a lead a new version. */
const edits: readonly EventType[] = ["lead.reordered", "lead.updated", "lead.assigned"];
const lookedAt = 50;

/**
 * Lets a move of `lead` pass when the caller knew where it stands: it has the version they read, or
 * all that happened to it since leaves its place alone. `wanted` is what the move would make of it.
 * @throws ChangedSince with who did what meanwhile.
 */
export async function refuseStale(
  transaction: ReadTransaction,
  context: Context,
  { lead, version, wanted }: { lead: Lead; version: number | undefined; wanted: Record<string, unknown> },
): Promise<void> {
  if (version === undefined || version >= lead.version) return;
  const past = await transaction
    .select({
      type: events.type,
      actorName: events.actorName,
      after: events.after,
      occurredAt: events.occurredAt,
    })
    .from(events)
    .where(
      and(
        eq(events.locationId, context.location.id),
        eq(events.opportunityId, lead.id),
        inArray(events.type, [...moves, ...edits]),
      ),
    )
    .orderBy(desc(events.id))
    .limit(lookedAt);
  // Each change of a lead adds one to its version, and all of its events have one moment.
  const moments = [...new Set(past.map(({ occurredAt }) => occurredAt.getTime()))].slice(0, lead.version - version);
  const last = past.find(
    ({ type, occurredAt }) => moments.includes(occurredAt.getTime()) && moves.some((move) => move === type),
  );
  if (!last) return;
  const { actorName: by, after, occurredAt } = last;
  const what = sayEvent({ type: last.type, stageName: textOf(after, "stageName"), status: textOf(after, "status") });
  const at = occurredAt.toISOString();
  const present: Record<string, unknown> = {
    stageId: lead.stage.id,
    status: lead.status,
    archived: lead.archivedAt !== null,
  };
  throw new ChangedSince(
    `${by} ${what} meanwhile. Your move was not made.`,
    Object.entries(wanted).map(([field, value]) => ({ field, wanted: value, present: present[field], by, at })),
  );
}

const textOf = (fields: Record<string, unknown> | null, name: string): string | null => {
  const value = fields?.[name];
  return typeof value === "string" ? value : null;
};
