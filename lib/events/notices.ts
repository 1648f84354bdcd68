import type { NewEvent } from "./catalogue";

/** That somebody is to be told of something. */
export type Notice = {
  userId: string;
  kind: "assigned" | "mentioned" | "task_due";
  subjectType: "lead" | "task" | "note";
  /** What it is about; null when it is about more than one. */
  subjectId: string | null;
  contactId: string | null;
  opportunityId: string | null;
  /** How many records it is about. */
  count: number;
};

/** An event, as far as it says whom it concerns. */
export type NoticedEvent = Pick<NewEvent, "subject" | "contactId" | "opportunityId" | "before" | "after"> & {
  type: string;
};

/**
 * Whom events of one transaction concern: who was given a lead or a task, who is named in a note, whose
 * task falls due. Nobody is told of what they did themselves, and each of one thing of a kind once:
 * with more records than one, of how many.
 */
export function noticesOf(events: readonly NoticedEvent[], actorId: string | null): Notice[] {
  const notices = new Map<string, Notice>();
  for (const event of events) {
    const [subjectType] = event.type.split(".");
    if (subjectType !== "lead" && subjectType !== "task" && subjectType !== "note") continue;
    const { id: subjectId } = event.subject;
    const { contactId = null, opportunityId = null } = event;
    for (const { userId, kind } of concernedBy(event)) {
      if (userId === actorId) continue;
      const key = `${userId} ${kind} ${subjectType}`;
      const known = notices.get(key);
      if (!known) notices.set(key, { userId, kind, subjectType, subjectId, contactId, opportunityId, count: 1 });
      else if (known.subjectId !== subjectId)
        notices.set(key, {
          ...known,
          count: known.count + 1,
          subjectId: null,
          contactId: null,
          opportunityId: null,
        });
    }
  }
  return [...notices.values()];
}

/** Whether an event tells somebody of something. */
export const concerns = (event: NoticedEvent, userId: string, actorId: string | null): boolean =>
  noticesOf([event], actorId).some((notice) => notice.userId === userId);

function concernedBy({ type, before = {}, after = {} }: NoticedEvent): { userId: string; kind: Notice["kind"] }[] {
  const tell = (userIds: string[], kind: Notice["kind"]) => userIds.map((userId) => ({ userId, kind }));
  switch (type) {
    case "lead.created":
    case "lead.updated":
    case "lead.assigned": {
      const had = [...idsIn(before.ownerId), ...idsIn(before.assigned)];
      const has = new Set([...idsIn(after.ownerId), ...idsIn(after.assigned)]);
      return tell(
        [...has].filter((id) => !had.includes(id)),
        "assigned",
      );
    }
    case "task.created":
    case "task.updated":
      return before.assignedToId === after.assignedToId ? [] : tell(idsIn(after.assignedToId), "assigned");
    case "note.mentioned":
      return tell(idsIn(after.userIds), "mentioned");
    case "task.due":
      return tell(idsIn(after.assignedToId), "task_due");
    default:
      return [];
  }
}

/** The ids in a field of an event: one, several, or of people with their names. */
function idsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    if (typeof each === "string") return [each];
    return typeof each === "object" && each !== null && "id" in each && typeof each.id === "string" ? [each.id] : [];
  });
}
