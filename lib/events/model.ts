import { eventMessages as messages } from "./messages";

/** A fact as programs know it. */
export type EventFact = {
  type: string;
  /** Where a lead was moved to. */
  stageName: string | null;
  /** What became of a lead: `won`, `lost`, `abandoned`, `open`. */
  status?: string | null;
  /** What a finished import brought. */
  imported?: { leads: number; fileName: string } | null;
};

/** A fact of the past, as timelines show it. */
export type PastEvent = EventFact & {
  id: string;
  number: number;
  leadId: string | null;
  actorName: string;
  occurredAt: Date;
};

/** What somebody did, to follow their name: `moved the lead to Prospect`. */
export function sayEvent({ type, stageName, status, imported }: EventFact): string {
  const did: Readonly<Record<string, string>> = messages.did;
  const closedAs: Readonly<Record<string, string>> = messages.closedAs;
  if (imported) return messages.imported(imported.leads, imported.fileName);
  if (type === "lead.stage_changed" && stageName) return messages.movedTo(stageName);
  const closed = type === "lead.status_changed" && status ? closedAs[status] : undefined;
  return closed ?? did[type] ?? type.replaceAll(/[._]/g, " ");
}

/** Facts that programs need, but that tell a person nothing the next one does not. */
const quiet: readonly string[] = [
  "contact.created",
  "contact.updated",
  "lead.reordered",
  "mail.queued",
  "mail.sent",
  "duplicate.suspected",
  "note.mentioned",
  "task.due",
  "import.uploaded",
  "import.started",
];

/** The facts among `facts` that tell a person something: a plain `lead.updated` does not beside one that says what was updated. */
export function tellingEvents<Fact extends { type: string; leadId: string | null; occurredAt: Date }>(
  facts: Fact[],
): Fact[] {
  const loud = facts.filter(({ type }) => !quiet.includes(type));
  const saysBetter = ({ leadId, occurredAt }: Fact) =>
    loud.some(
      (other) =>
        other.type !== "lead.updated" && other.leadId === leadId && other.occurredAt.getTime() === occurredAt.getTime(),
    );
  return loud.filter((fact) => fact.type !== "lead.updated" || !saysBetter(fact));
}

/** A fact as a sentence: `Ada Admin moved the lead to Prospect.` */
export const describeEvent = (event: EventFact & { actorName: string }): string =>
  `${event.actorName} ${sayEvent(event)}.`;
