import { and, desc, eq, inArray } from "drizzle-orm";
import { events } from "@/db/schema/activity";
import { type Context, isAdministrator } from "@/lib/access/context";
import { Conflict, Forbidden, NotFound } from "@/lib/access/errors";
import { change } from "@/lib/data/doors";
import type { Transaction } from "@/lib/data/transaction";
import { type EventType, eventTypes, type NewEvent } from "@/lib/events/catalogue";
import { findVisibleLeads } from "@/lib/leads/find-visible-leads";
import { tellAgain, withdrawNotifications } from "@/lib/notifications/withdraw-notifications";
import type { Inverse } from "./internal/inverse";
import type { State } from "./internal/parts";
import { inverses } from "./inverses";

/** What was taken back. */
export type Undone = {
  /** The leads it was about. */
  leadIds: string[];
  count: number;
  /** Whether it stays so: the undoing itself can not be undone. */
  isFinal: boolean;
  /** What could not be taken back with it, such as a mail that went out. */
  remarks: string[];
};

/**
 * Takes back events, all of them or none: each field to what it was before, what was made deleted,
 * what was deleted restored. Writes events of its own, which can be undone in turn.
 * @throws NotFound for an event that is not there or about a lead the caller may not read; Forbidden
 * (rule `not_author`) for what somebody else did, unless the caller administers; Conflict when
 * something changed since, or it is nothing that can be undone.
 */
export function undoEvents(context: Context, { events: ids }: { events: string[] }): Promise<Undone> {
  // Who gets back what was theirs was told of it then: nobody is told of an undoing.
  return change({ ...context, tellsNobody: true }, async (transaction, inside) => {
    const written = await findEvents(transaction, context, ids);
    const leadIds = [...new Set(written.flatMap(({ opportunityId }) => opportunityId ?? []))];
    const visible = await findVisibleLeads(transaction, context, leadIds);
    const steps = written.flatMap((event) => {
      requireAuthor(context, event);
      const inverse = inverseOf(event.type);
      return inverse ? [{ event, inverse }] : [];
    });
    if (steps.length === 0) throw new Conflict("not_undoable", "There is nothing here that can be undone.");
    const atOnce = await takeBackAtOnce(transaction, inside, steps);
    const told: NewEvent[] = atOnce ?? [];
    const remarks: string[] = [];
    for (const { event, inverse } of atOnce ? [] : inOrder(steps)) {
      const takenBack = await inverse(transaction, inside, happened(event));
      if (takenBack.event) told.push(takenBack.event);
      if (takenBack.remark) remarks.push(takenBack.remark);
    }
    const withdrawn = await withdrawNotifications(transaction, inside, written.map(happened));
    await tellAgain(transaction, inside, told);
    // What becomes the caller's own again by the undoing, such as a lead they gave away, may be undone too.
    for (const id of await findVisibleLeads(transaction, context, leadIds)) visible.add(id);
    if (leadIds.some((id) => !visible.has(id))) throw new NotFound("event");
    const [first, ...rest] = [...told, ...withdrawn];
    const isFinal = told.some(({ type }) => "never" in inverses[type]);
    const result = { leadIds, count: told.length, isFinal, remarks };
    return first ? { result, events: [first, ...rest] } : { result, unchanged: true };
  });
}

type Written = typeof events.$inferSelect;

/** The events of the ids, the last first. */
async function findEvents(transaction: Transaction, context: Context, ids: string[]): Promise<Written[]> {
  const asked = [...new Set(ids)];
  const found = await transaction
    .select()
    .from(events)
    .where(and(eq(events.locationId, context.location.id), inArray(events.id, asked)))
    .orderBy(desc(events.number));
  if (found.length < asked.length) throw new NotFound("event");
  return found;
}

function requireAuthor(context: Context, { actorType, actorId }: Written): void {
  const { actor } = context;
  const isAuthor = actor.type === actorType && actor.type !== "system" && actor.id === actorId;
  if (!isAuthor && !isAdministrator(context))
    throw new Forbidden("not_author", "Only who did this, or an administrator, may undo it.");
}

const isEventType = (type: string): type is EventType => eventTypes.some((known) => known === type);

/** How to take it back; null for what goes with another event. @throws Conflict for what stays. */
function inverseOf(type: string): Inverse | null {
  const undoing = isEventType(type) ? inverses[type] : { never: "This can not be undone." };
  if (typeof undoing === "function") return undoing;
  if ("alongside" in undoing) return null;
  throw new Conflict("not_undoable", undoing.never);
}

const happened = ({ subjectType, subjectId, before, after, ...event }: Written) => ({
  ...event,
  subject: { type: subjectType, id: subjectId, contactId: event.contactId, opportunityId: event.opportunityId },
  before: (before ?? {}) satisfies State,
  after: (after ?? {}) satisfies State,
});

type Step = { event: Written; inverse: Inverse };

/** What happened to many leads in one way, each once, is taken back in a few statements; null for anything else. */
async function takeBackAtOnce(
  transaction: Transaction,
  context: Context,
  steps: readonly Step[],
): Promise<NewEvent[] | null> {
  const [first] = steps;
  const isAlike = ({ event, inverse }: Step) => event.subjectType === "lead" && inverse === first?.inverse;
  const leads = new Set(steps.map(({ event }) => event.subjectId));
  if (!first?.inverse.ofLeads || leads.size < Math.max(steps.length, 2) || !steps.every(isAlike)) return null;
  return first.inverse.ofLeads(
    transaction,
    context,
    steps.map(({ event }) => happened(event)),
  );
}

/** The last first, but people after the leads they were made for. */
const inOrder = (steps: readonly Step[]): Step[] =>
  steps.toSorted((one, other) => Number(isNewContact(one)) - Number(isNewContact(other)));

const isNewContact = ({ event }: Step) => event.type === "contact.created";
