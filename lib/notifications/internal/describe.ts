import { and, eq, inArray } from "drizzle-orm";
import { contacts } from "@/db/schema/contacts";
import type { notifications } from "@/db/schema/notifications";
import type { Context } from "@/lib/access/context";
import { isContactInSight } from "@/lib/contacts/contacts-in-sight";
import type { ReadTransaction } from "@/lib/data/transaction";
import { nameLeads } from "@/lib/leads/name-leads";
import { quoteNotes } from "@/lib/notes/quote-notes";
import type { NotificationFacts } from "@/lib/notifications/model";
import { nameTasks } from "@/lib/tasks/name-tasks";

type Row = typeof notifications.$inferSelect;

/** What each notification says to the caller, who is the person it was written for, with the rights they have now. */
export async function describe(
  transaction: ReadTransaction,
  context: Context,
  rows: Row[],
): Promise<(Row & NotificationFacts)[]> {
  const idsOf = (pick: (row: Row) => string | null) => [...new Set(rows.flatMap((row) => pick(row) ?? []))];
  const subjectIds = (type: Row["subjectType"]) => idsOf((row) => (row.subjectType === type ? row.subjectId : null));
  const [leads, tasks, notes, inSight] = await Promise.all([
    nameLeads(
      transaction,
      context,
      idsOf(({ opportunityId }) => opportunityId),
    ),
    nameTasks(transaction, context, subjectIds("task")),
    quoteNotes(transaction, context, subjectIds("note")),
    contactsInSight(
      transaction,
      context,
      idsOf(({ subjectType, contactId }) => (subjectType === "note" ? contactId : null)),
    ),
  ]);
  return rows.map((row) => {
    const { kind, subjectType: subject, subjectId, opportunityId, contactId, count, actorName } = row;
    const name = opportunityId === null ? undefined : leads.get(opportunityId);
    const lead = opportunityId !== null && name !== undefined ? { id: opportunityId, name } : null;
    if (count > 1 || subjectId === null) return { ...row, kind, subject, lead: null, text: null, hidden: false };
    const words = { lead: lead?.name, task: tasks.get(subjectId), note: notes.get(subjectId) }[subject];
    const isReadable = subject !== "note" || (opportunityId ? lead !== null : inSight.has(contactId ?? ""));
    const hidden = words === undefined || !isReadable;
    if (hidden) return { ...row, kind, subject, actorName: null, lead: null, text: null, hidden };
    return { ...row, kind, subject, actorName, lead, text: subject === "lead" ? null : words, hidden };
  });
}

async function contactsInSight(transaction: ReadTransaction, context: Context, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await transaction
    .select({ id: contacts.id })
    .from(contacts)
    .where(
      and(
        eq(contacts.locationId, context.location.id),
        inArray(contacts.id, ids),
        isContactInSight(context, contacts.id),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
