import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { tasks } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { users } from "@/db/schema/companies";
import { contacts } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { read, readAtOnce } from "@/lib/data/doors";
import type { ReadTransaction } from "@/lib/data/transaction";
import { allReadableLeads } from "./internal/readable";
import type { BoardCard } from "./model";
import { type BoardFilter, onBoard } from "./query/board-condition";

export type ListBoardCards = BoardFilter & {
  stageId: string;
  /** The place that the page comes after; the top of the column without one. */
  after?: { position: string; id: string };
  limit: number;
};

/**
 * A page of a column, from the top, by key: it costs the same however far down it is. A card that
 * somebody moves meanwhile is met twice or not at all; the next look puts it right.
 */
export async function listBoardCards(
  context: Context,
  { stageId, after, limit, ...filter }: ListBoardCards,
): Promise<{ cards: BoardCard[]; hasMore: boolean }> {
  const below = after && sql`(${opportunities.position}, ${opportunities.id}) > (${after.position}, ${after.id})`;
  const cards = await read(context, async (transaction) => {
    const { where } = await onBoard(transaction, context, filter);
    return selectCards(transaction, context, and(eq(opportunities.stageId, stageId), where, below))
      .orderBy(asc(opportunities.position), asc(opportunities.id))
      .limit(limit + 1);
  });
  return { cards: cards.slice(0, limit), hasMore: cards.length > limit };
}

/** Those of these leads that a board shows, in whichever column; the others, and those that the caller can not read, are left out. */
export function findBoardCards(
  context: Context,
  { ids, ...filter }: BoardFilter & { ids: string[] },
): Promise<BoardCard[]> {
  return read(context, async (transaction) => {
    const { where } = await onBoard(transaction, context, filter);
    return selectCards(transaction, context, and(inArray(opportunities.id, ids), where));
  });
}

/** The cards of these leads, wherever they are and whatever became of them; those that the caller can not read are left out. */
export function readBoardCards(context: Context, { ids }: { ids: string[] }): Promise<BoardCard[]> {
  return readAtOnce(context, (transaction) => selectCards(transaction, context, inArray(opportunities.id, ids)));
}

/** The first thing to be done about the row's lead, as JSON: tasks as they are due, appointments that are still to come. */
const nextOf = ({ now }: Context) => sql<{ kind: "task" | "appointment"; title: string; at: string } | null>`(
  select json_build_object('kind', n.kind, 'title', n.title, 'at', n.at) from (
    (select 'task' as kind, t.title, t.due_at as at from ${tasks} t
      where t.location_id = ${opportunities.locationId} and t.opportunity_id = ${opportunities.id}
        and t.completed_at is null and t.deleted_at is null and t.due_at is not null
      order by t.due_at limit 1)
    union all
    (select 'appointment', a.note, a.starts_at from ${appointments} a
      where a.location_id = ${opportunities.locationId} and a.opportunity_id = ${opportunities.id}
        and a.deleted_at is null and a.status in ('new', 'confirmed', 'rescheduled') and a.starts_at >= ${now.toISOString()}
      order by a.starts_at limit 1)
  ) n order by n.at limit 1)`;

const cardOf = {
  id: opportunities.id,
  number: opportunities.number,
  name: opportunities.name,
  version: opportunities.version,
  stageId: opportunities.stageId,
  position: opportunities.position,
  stageChangedAt: opportunities.stageChangedAt,
  status: opportunities.status,
  isArchived: sql<boolean>`${opportunities.archivedAt} is not null`,
  valueMinor: opportunities.valueMinor,
  currency: opportunities.currency,
  contactName: contacts.name,
  companyName: contacts.companyName,
  tags: contacts.tags,
  owner: { id: users.id, name: users.name },
};

const selectCards = (transaction: ReadTransaction, context: Context, where: SQL | undefined) =>
  transaction
    .select({
      ...cardOf,
      next: nextOf(context).mapWith((next: { kind: "task" | "appointment"; title: string; at: string } | null) =>
        next ? { ...next, at: new Date(next.at) } : null,
      ),
    })
    .from(opportunities)
    .innerJoin(
      contacts,
      and(eq(contacts.locationId, opportunities.locationId), eq(contacts.id, opportunities.contactId)),
    )
    .leftJoin(users, eq(users.id, opportunities.ownerId))
    .where(and(allReadableLeads(context), where))
    .$dynamic();
