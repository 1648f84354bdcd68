/** Everything that is said to have happened, by the name programs see. A new fact is a new line here. */
export const eventTypes = [
  "contact.created",
  "contact.updated",
  "contact.deleted",
  "contact.restored",
  "contact.merged",
  "contact.unmerged",
  "contact.tagged",
  "contact.followed",
  "contact.moved",
  "contact.enrolled",
  "contact.unenrolled",
  "business.created",
  "business.updated",
  "business.deleted",
  "business.restored",
  "lead.created",
  "lead.updated",
  "lead.stage_changed",
  "lead.reordered",
  "lead.status_changed",
  "lead.assigned",
  "lead.tagged",
  "lead.archived",
  "lead.activated",
  "lead.converted",
  "lead.unconverted",
  "lead.cloned",
  "lead.deleted",
  "lead.restored",
  "lead.merged",
  "lead.unmerged",
  "note.created",
  "note.updated",
  "note.deleted",
  "note.restored",
  "task.created",
  "task.updated",
  "task.completed",
  "task.deleted",
  "task.restored",
  "task.due",
  "note.mentioned",
  "call.logged",
  "call.updated",
  "call.deleted",
  "call.restored",
  "client.created",
  "client.deleted",
  "quote.moved",
  "appointment.created",
  "appointment.updated",
  "appointment.deleted",
  "appointment.restored",
  "attachment.created",
  "attachment.deleted",
  "attachment.restored",
  "duplicate.suspected",
  "duplicate.dismissed",
  "duplicate.reopened",
  "pipeline.created",
  "pipeline.updated",
  "pipeline.deleted",
  "pipeline.restored",
  "pipeline.arranged",
  "stage.deleted",
  "stage.restored",
  "tag.created",
  "tag.renamed",
  "tag.deleted",
  "tag.restored",
  "field.created",
  "field.updated",
  "field.deleted",
  "field.restored",
  "field.arranged",
  "mail.queued",
  "mail.sent",
  "mail.failed",
  "mail.withdrawn",
  "location.created",
  "member.added",
  "member.removed",
  "key.created",
  "key.rotated",
  "key.revoked",
  "settings.changed",
  "view.created",
  "view.updated",
  "view.deleted",
  "leads.changed_in_bulk",
  "leads.moved_in_bin",
  "leads.exported",
  "import.uploaded",
  "import.started",
  "import.finished",
  "import.cancelled",
  "import.undone",
  "location.exported",
  "location.imported",
] as const;

export type EventType = (typeof eventTypes)[number];

/** A fact to be written with the change that made it true. `before` and `after` hold what changed, by domain field name. */
export type NewEvent = {
  type: EventType;
  subject: { type: string; id: string };
  contactId?: string | null;
  opportunityId?: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** The fields of `after` that differ from `before`, in both states: what an event keeps of an update. */
export function difference<Fields extends Record<string, unknown>>(
  before: Fields,
  after: Partial<Fields>,
): { before: Partial<Fields>; after: Partial<Fields> } {
  const changed: { before: Partial<Fields>; after: Partial<Fields> } = { before: {}, after: {} };
  for (const [field, value] of Object.entries<unknown>(after)) {
    if (JSON.stringify(before[field] ?? null) === JSON.stringify(value ?? null)) continue;
    Object.assign(changed.before, { [field]: before[field] });
    Object.assign(changed.after, { [field]: value });
  }
  return changed;
}
