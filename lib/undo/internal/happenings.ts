import { ChangedSince, type Clash, Conflict } from "@/lib/access/errors";
import type { EventType, NewEvent } from "@/lib/events/catalogue";
import type { State, Subject } from "./parts";

/** What happened, as undoing it needs it. */
export type Happened = {
  type: string;
  subject: Subject;
  before: State;
  after: State;
  /** The larger change that it is a part of. */
  partOfId: string | null;
};

/** The event of what happens to a subject. */
export const happens = (type: EventType, subject: Subject, states: { before?: State; after?: State }): NewEvent => ({
  type,
  subject: { type: subject.type, id: subject.id },
  contactId: subject.contactId,
  opportunityId: subject.opportunityId,
  ...states,
});

type States = { before: State; after: State; present: State };

/** The fields that are others now than the event left them. */
export const clashesIn = (fields: string[], { before, after, present }: States): Clash[] =>
  fields
    .filter((field) => plain(present[field]) !== plain(after[field]))
    .map((field) => ({ field, wanted: before[field] ?? null, present: present[field] ?? null }));

/** @throws ChangedSince when there is a clash. */
export function refuse(clashes: Clash[]): void {
  if (clashes.length === 0) return;
  const message = "This can not be undone: somebody changed it since. Change it by hand if you still want to.";
  throw new ChangedSince(message, clashes);
}

/** @throws Conflict when what is to be deleted is, or is others than the event left it in `fields`. */
export function refuseTakingAway(row: State, after: State, fields: string[]): void {
  if (row.deletedAt) throw new Conflict("deleted_since", "This was deleted already.");
  refuse(clashesIn(fields, { before: {}, after, present: row }));
}

/** @throws Conflict when what is to be restored is not deleted. */
export function refuseBringingBack(row: State): void {
  if (!row.deletedAt) throw new Conflict("restored_since", "This was restored already.");
}

/**
 * Values as events keep them, to be compared; people by who they are, whatever they are called today. The
 * database has an order of its own for what is in an object.
 */
const plain = (value: unknown): string =>
  JSON.stringify(value ?? null, (_name, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    if ("id" in part && "name" in part) return part.id;
    return Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
