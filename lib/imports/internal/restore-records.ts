import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { customValues, notes } from "@/db/schema/activity";
import { contacts } from "@/db/schema/contacts";
import { opportunities, stages } from "@/db/schema/opportunities";
import type { Context } from "@/lib/access/context";
import { contactColumns } from "@/lib/contacts/contact-columns";
import type { Transaction } from "@/lib/data/transaction";
import type { NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import type { UndoneRow } from "./undo-rows";

/** What became of a row's changes: all of them are back, some were changed since, or there was nothing to do. */
export type Restored = { left: string[]; events: NewEvent[] };

/**
 * Puts back what one row changed of a contact and a lead that were there before, where it still is what
 * the row made it. Rows are put back in the opposite order of the file.
 */
export async function restoreRow(transaction: Transaction, context: Context, row: UndoneRow): Promise<Restored> {
  const done: Restored = { left: [], events: [] };
  const { before, after, contactId, opportunityId } = row;
  if (!before || !after) return done;
  if (contactId && (after.contact || after.tags)) await restoreContact(transaction, context, row, contactId, done);
  if (opportunityId && !row.madeLead) {
    if (after.lead) await restoreLead(transaction, context, row, opportunityId, done);
    if (after.custom) await restoreCustom(transaction, context, row, opportunityId, done);
    const noteId = after.note?.id;
    if (typeof noteId === "string") await removeNote(transaction, context, row, noteId, done);
  }
  return done;
}

type Fields = Record<string, unknown>;

/** Which fields can go back, and which are something else by now. */
function sortOut(present: Fields, before: Fields, after: Fields): { back: Fields; was: Fields; left: string[] } {
  const back: Fields = {};
  const was: Fields = {};
  const left: string[] = [];
  for (const [field, value] of Object.entries(after)) {
    if (JSON.stringify(present[field] ?? null) === JSON.stringify(value ?? null)) {
      back[field] = before[field] ?? null;
      was[field] = value;
    } else left.push(field);
  }
  return { back, was, left };
}

const isEmpty = (fields: object): boolean => Object.keys(fields).length === 0;

async function restoreContact(
  transaction: Transaction,
  context: Context,
  { before, after, opportunityId }: UndoneRow,
  id: string,
  done: Restored,
): Promise<void> {
  const mine = and(eq(contacts.locationId, context.location.id), eq(contacts.id, id), isNull(contacts.deletedAt));
  const [present] = await transaction.select().from(contacts).where(mine).for("update");
  if (!present) return;
  const { back, was, left } = sortOut(present, before?.contact ?? {}, after?.contact ?? {});
  done.left.push(...left);
  const added = wordsOf(after?.tags).filter((word) => !wordsOf(before?.tags).includes(word));
  const tags = present.tags.filter((word) => !added.includes(word));
  const isUntagged = tags.length < present.tags.length;
  if (isEmpty(back) && !isUntagged) return;
  // Their normal forms go back with an email and a phone; a name and its parts are each among the fields.
  const { emailNormal, phoneNormal } = contactColumns(
    { ...("email" in back && { email: textOf(back.email) }), ...("phone" in back && { phone: textOf(back.phone) }) },
    context.location,
  );
  const normal = {
    ...(emailNormal !== undefined && { emailNormal }),
    ...(phoneNormal !== undefined && { phoneNormal }),
  };
  await transaction
    .update(contacts)
    .set({ ...back, ...normal, tags, version: sql`${contacts.version} + 1`, updatedAt: context.now })
    .where(mine);
  const about = { contactId: id, opportunityId };
  if (!isEmpty(back))
    done.events.push({ type: "contact.updated", subject: { type: "contact", id }, ...about, before: was, after: back });
  if (isUntagged && opportunityId)
    done.events.push({
      type: "lead.tagged",
      subject: { type: "lead", id: opportunityId },
      ...about,
      before: { tags: present.tags },
      after: { tags },
    });
}

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

const wordsOf = (part: Fields | undefined): string[] =>
  Array.isArray(part?.tags) ? part.tags.filter((word) => typeof word === "string") : [];

async function restoreLead(
  transaction: Transaction,
  context: Context,
  { before, after, contactId }: UndoneRow,
  id: string,
  done: Restored,
): Promise<void> {
  const mine = and(
    eq(opportunities.locationId, context.location.id),
    eq(opportunities.id, id),
    isNull(opportunities.deletedAt),
  );
  const [present] = await transaction.select().from(opportunities).where(mine).for("update");
  if (!present) return;
  const { back, was, left } = sortOut(present, before?.lead ?? {}, after?.lead ?? {});
  done.left.push(...left);
  if (isEmpty(back)) return;
  const about = { subject: { type: "lead", id }, contactId, opportunityId: id };
  const { stageId, ...fields } = back;
  const { stageId: stageNow, ...fieldsNow } = was;
  const moved =
    typeof stageId === "string" ? await findStages(transaction, context, [stageId, String(stageNow)]) : null;
  await transaction
    .update(opportunities)
    .set({
      ...fields,
      ...(moved && { stageId: moved[0]?.id, pipelineId: moved[0]?.pipelineId, stageChangedAt: context.now }),
      version: sql`${opportunities.version} + 1`,
      updatedAt: context.now,
    })
    .where(mine);
  if (moved) {
    const [to, from] = moved;
    done.events.push({
      type: "lead.stage_changed",
      ...about,
      before: { stage: from?.key, stageId: from?.id },
      after: { stage: to?.key, stageId: to?.id, stageName: to?.name },
    });
  }
  if (!isEmpty(fields)) done.events.push({ type: "lead.updated", ...about, before: fieldsNow, after: fields });
}

/** The stages of these ids, in their order. */
async function findStages(transaction: Transaction, { location }: Context, ids: string[]) {
  const rows = await transaction
    .select({ id: stages.id, key: stages.key, name: stages.name, pipelineId: stages.pipelineId })
    .from(stages)
    .where(and(eq(stages.locationId, location.id), inArray(stages.id, ids)));
  return ids.map((id) => rows.find((row) => row.id === id));
}

async function restoreCustom(
  transaction: Transaction,
  { location }: Context,
  { before, after, contactId }: UndoneRow,
  opportunityId: string,
  done: Restored,
): Promise<void> {
  const ofLead = and(eq(customValues.locationId, location.id), eq(customValues.opportunityId, opportunityId));
  const rows = await transaction
    .select({ id: customValues.customFieldId, value: customValues.value })
    .from(customValues)
    .where(ofLead);
  const present = Object.fromEntries(rows.map(({ id, value }) => [id, value]));
  const { back, was, left } = sortOut(present, before?.custom ?? {}, after?.custom ?? {});
  done.left.push(...left);
  if (isEmpty(back)) return;
  await transaction.delete(customValues).where(and(ofLead, inArray(customValues.customFieldId, Object.keys(back))));
  const kept = Object.entries(back).filter(([, value]) => value !== null);
  if (kept.length > 0)
    await transaction.insert(customValues).values(
      kept.map(([customFieldId, value]) => ({
        locationId: location.id,
        id: newId(),
        opportunityId,
        customFieldId,
        value,
      })),
    );
  const named = (values: Fields) =>
    Object.fromEntries(Object.entries(values).map(([fieldId, value]) => [`custom:${fieldId}`, value]));
  done.events.push({
    type: "lead.updated",
    subject: { type: "lead", id: opportunityId },
    contactId,
    opportunityId,
    before: named(was),
    after: named(back),
  });
}

async function removeNote(
  transaction: Transaction,
  { location, now }: Context,
  { contactId, opportunityId }: UndoneRow,
  id: string,
  done: Restored,
): Promise<void> {
  const [removed] = await transaction
    .update(notes)
    .set({ deletedAt: now, updatedAt: now })
    .where(and(eq(notes.locationId, location.id), eq(notes.id, id), isNull(notes.deletedAt)))
    .returning({ body: notes.body });
  if (removed)
    done.events.push({
      type: "note.deleted",
      subject: { type: "note", id },
      contactId,
      opportunityId,
      before: { body: removed.body },
    });
}
