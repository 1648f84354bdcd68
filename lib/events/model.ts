import { sayNumber } from "@/lib/kit/number";

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

const words: Record<string, string> = {
  "contact.created": "added a contact",
  "contact.updated": "changed the contact",
  "contact.deleted": "deleted the contact",
  "contact.restored": "restored the contact",
  "contact.merged": "merged contacts",
  "contact.unmerged": "took contacts apart again",
  "contact.tagged": "tagged the contact",
  "contact.followed": "changed who follows the contact",
  "contact.moved": "moved the contact to another business",
  "contact.enrolled": "enrolled the contact",
  "contact.unenrolled": "ended an enrolment of the contact",
  "business.created": "added a business",
  "business.updated": "changed a business",
  "business.deleted": "deleted a business",
  "business.restored": "restored a business",
  "lead.created": "added the lead",
  "lead.updated": "changed the lead",
  "lead.stage_changed": "moved the lead",
  "lead.reordered": "moved the lead within its stage",
  "lead.status_changed": "closed or reopened the lead",
  "lead.assigned": "assigned the lead",
  "lead.tagged": "tagged the lead",
  "lead.archived": "archived the lead",
  "lead.activated": "took the lead back from the archive",
  "lead.converted": "converted the lead to a client",
  "lead.unconverted": "took the conversion of the lead back",
  "lead.cloned": "copied the lead",
  "lead.deleted": "deleted the lead",
  "lead.restored": "restored the lead",
  "lead.merged": "merged deals",
  "lead.unmerged": "took deals apart again",
  "note.created": "wrote a note",
  "note.updated": "changed a note",
  "note.deleted": "deleted a note",
  "note.restored": "restored a note",
  "task.created": "added a task",
  "task.updated": "changed a task",
  "task.completed": "completed a task",
  "task.deleted": "deleted a task",
  "task.restored": "restored a task",
  "task.due": "told of a task that fell due",
  "note.mentioned": "mentioned somebody in a note",
  "call.logged": "logged a call",
  "call.updated": "changed a call",
  "call.deleted": "deleted a call",
  "call.restored": "restored a call",
  "client.created": "made a client",
  "client.deleted": "took a client away again",
  "quote.moved": "moved a quote between a lead and its client",
  "appointment.created": "booked an appointment",
  "appointment.updated": "changed an appointment",
  "appointment.deleted": "deleted an appointment",
  "appointment.restored": "restored an appointment",
  "attachment.created": "attached a file",
  "attachment.deleted": "removed a file",
  "attachment.restored": "restored a file",
  "duplicate.suspected": "found a possible duplicate",
  "duplicate.dismissed": "said that two contacts are two people",
  "duplicate.reopened": "took back that two contacts are two people",
  "pipeline.created": "added a pipeline",
  "pipeline.updated": "changed a pipeline",
  "pipeline.deleted": "deleted a pipeline",
  "pipeline.restored": "restored a pipeline",
  "pipeline.arranged": "changed the order of the pipelines, or the one new leads start in",
  "stage.deleted": "deleted a stage",
  "stage.restored": "restored a stage",
  "tag.created": "added a tag",
  "tag.renamed": "renamed a tag",
  "tag.deleted": "deleted a tag",
  "tag.restored": "restored a tag",
  "field.created": "added a custom field",
  "field.updated": "changed a custom field",
  "field.deleted": "deleted a custom field",
  "field.restored": "restored a custom field",
  "field.arranged": "put custom fields in another order",
  "mail.queued": "wrote a mail",
  "mail.sent": "sent a mail",
  "mail.failed": "could not send a mail",
  "mail.withdrawn": "withdrew a mail",
  "location.created": "opened the location",
  "member.added": "added a member",
  "member.removed": "took back an invitation",
  "key.created": "made a key",
  "key.rotated": "gave a key a new secret",
  "key.revoked": "revoked a key",
  "settings.changed": "changed settings",
  "view.created": "saved a view",
  "view.updated": "changed a view",
  "view.deleted": "deleted a view",
  "leads.changed_in_bulk": "changed many leads",
  "leads.moved_in_bin": "moved leads that are in the bin",
  "leads.exported": "exported leads",
  "import.uploaded": "uploaded a file of leads",
  "import.started": "started an import",
  "import.finished": "finished an import",
  "import.cancelled": "cancelled an import",
  "import.undone": "undid an import",
  "location.exported": "exported the location",
  "location.imported": "read an export into the location",
};

/** What somebody did, to follow their name: `moved the lead to Prospect`. */
export function sayEvent({ type, stageName, status, imported }: EventFact): string {
  const said = words[type] ?? type.replaceAll(/[._]/g, " ");
  if (imported) return `imported ${sayLeads(imported.leads)} from ${imported.fileName}`;
  if (type === "lead.status_changed" && status) return outcomes[status] ?? said;
  return type === "lead.stage_changed" && stageName ? `${said} to ${stageName}` : said;
}

const sayLeads = (leads: number): string => (leads === 1 ? "1 lead" : `${sayNumber(leads)} leads`);

const outcomes: Record<string, string> = {
  won: "marked the lead as won",
  lost: "marked the lead as lost",
  abandoned: "gave the lead up",
  open: "reopened the lead",
};

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
