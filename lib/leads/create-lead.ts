import { and, eq } from "drizzle-orm";
import { notes } from "@/db/schema/activity";
import { contacts, tags as tagsTable } from "@/db/schema/contacts";
import { opportunities } from "@/db/schema/opportunities";
import { type Context, userIdOf } from "@/lib/access/context";
import { Invalid, type Issue } from "@/lib/access/errors";
import { contactColumns } from "@/lib/contacts/contact-columns";
import { fillsIn } from "@/lib/contacts/fills-in";
import type { ContactChanges } from "@/lib/contacts/model";
import { suspectDuplicates } from "@/lib/contacts/suspect-duplicates";
import { listLeadFields, replaceLeadValues } from "@/lib/custom-fields/lead-values";
import { readCustomValues } from "@/lib/custom-fields/model";
import { change } from "@/lib/data/doors";
import { insertRow } from "@/lib/data/prepared";
import type { Transaction } from "@/lib/data/transaction";
import { difference, type NewEvent } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { firstRank } from "@/lib/kit/rank";
import { withoutUndefined } from "@/lib/kit/without-undefined";
import { holdPerson, holdSamePeople, resolveReferences } from "./internal/resolve";
import { leadInLocation } from "./internal/select-leads";
import { attributesOf } from "./lead-attributes";
import { leadSlug, leadTitle } from "./lead-title";
import type { CreateLead, Lead } from "./model";

/**
 * Makes a lead: an opportunity on the contact it names. A person known by the same email (else the
 * same phone) is that contact when nothing said conflicts with what is known, and learns what was
 * empty; otherwise a contact of its own is made and both are marked as possible duplicates.
 * Without a stage it starts in the first one of the default pipeline; a user who calls is its creator.
 * @throws Invalid for an unknown contact, stage, category or user, and for custom fields that are missing or do not fit.
 */
export function createLead(context: Context, input: CreateLead): Promise<Lead> {
  return change(context, async (transaction) => {
    const [{ stage, category, owner, issues }, samePeople, fields] = await Promise.all([
      resolveReferences(transaction, context, input),
      holdSamePeople(transaction, context, input.contact ?? {}),
      input.customFields ? listLeadFields(transaction, context) : [],
      input.contactId && holdPerson(transaction, context, input.contactId),
    ]);
    const custom = readCustomValues(fields, input.customFields ?? {});
    if (!stage || !category) throw new Invalid([...issues, ...custom.issues]);
    const problems: Issue[] = [...issues, ...custom.issues];
    if (problems.length > 0) throw new Invalid(problems);

    const person = input.contactId
      ? knownPerson(input.contactId)
      : personFor(context, { source: input.source, ...input.contact }, samePeople);
    const id = newId();
    const title = input.name?.trim() ? input.name : leadTitle(input.contact);
    const byUser = userIdOf(context);
    const lead = {
      locationId: context.location.id,
      id,
      slug: leadSlug(id, title, input.contact),
      contactId: person.id,
      pipelineId: stage.pipelineId,
      stageId: stage.id,
      categoryId: category.id,
      name: title,
      valueMinor: input.valueMinor ?? null,
      currency: context.location.currency,
      ownerId: owner?.id ?? null,
      createdById: byUser,
      source: input.source ?? null,
      description: input.description ?? null,
      lastContactedOn: input.lastContactedOn ?? null,
      archivedAt: input.archived ? context.now : null,
      position: firstRank(context.now.getTime()),
      ...withoutUndefined(attributesOf(input)),
      ...(input.owner && owner ? { ownerReference: owner.username } : {}),
    };
    const note = input.note?.trim() ? { id: newId(), body: input.note } : null;
    const tags = input.tags && [...new Set([...person.tags, ...input.tags])];
    await Promise.all([savePerson(transaction, context, person), insertRow(transaction, opportunities, lead)]);
    const [suspected] = await Promise.all([
      person.conflicts ? suspectDuplicates(transaction, context, person.id) : [],
      note &&
        transaction.insert(notes).values({
          locationId: context.location.id,
          ...note,
          contactId: person.id,
          opportunityId: id,
          createdById: byUser,
          authorName: context.actor.name,
        }),
      tags ? tagContact(transaction, context, person.id, tags) : null,
      custom.values.size > 0 ? replaceLeadValues(transaction, context, id, custom.values) : null,
    ]);
    const made = await leadInLocation(transaction, context, id);

    const about = { contactId: person.id, opportunityId: id };
    const created: NewEvent = {
      type: "lead.created",
      subject: { type: "lead", id },
      ...about,
      after: {
        name: title,
        stage: made.stage.key,
        source: lead.source,
        valueMinor: lead.valueMinor,
        ownerId: lead.ownerId,
      },
    };
    const tagged: NewEvent[] =
      tags && !person.isNew && tags.length > person.tags.length
        ? [{ ...created, type: "lead.tagged", before: { tags: person.tags }, after: { tags } }]
        : [];
    const events: [NewEvent, ...NewEvent[]] = [created, ...tagged, ...person.events, ...suspected];
    if (note)
      events.push({
        type: "note.created",
        subject: { type: "note", id: note.id },
        ...about,
        after: { body: note.body },
      });
    return { result: made, events };
  });
}

type Person = {
  id: string;
  isNew: boolean;
  /** Somebody with the same email or phone is known, of whom something else is said. */
  conflicts: boolean;
  columns: ReturnType<typeof contactColumns>;
  /** Those known already. */
  tags: string[];
  events: NewEvent[];
};

/** A contact that is there, and stays as it is. */
const knownPerson = (id: string): Person => ({ id, isNew: false, conflicts: false, columns: {}, tags: [], events: [] });

/** The contact of the new lead: the first known one that nothing conflicts with, or a new one. */
function personFor(context: Context, said: ContactChanges, known: (typeof contacts.$inferSelect)[]): Person {
  for (const contact of known) {
    const filled = fillsIn(contact, said, context.location);
    if (!filled) continue;
    if (said.source && !contact.source) Object.assign(filled, { source: said.source });
    // A name that was said again stays as it is, whatever parts of it are new.
    const columns = contactColumns(
      { ...filled, ...(said.name && { name: contact.name ?? said.name }) },
      context.location,
      contact,
    );
    const { emailNormal, phoneNormal, ...fields } = withoutUndefined(columns);
    const learned = difference<Record<string, unknown>>(contact, fields);
    const isFilled = Object.keys(filled).length > 0;
    const event: NewEvent = {
      type: "contact.updated",
      subject: { type: "contact", id: contact.id },
      contactId: contact.id,
      ...learned,
    };
    return {
      id: contact.id,
      isNew: false,
      conflicts: false,
      columns,
      tags: contact.tags,
      events: isFilled ? [event] : [],
    };
  }
  const id = newId();
  const columns = contactColumns(said, context.location);
  const event: NewEvent = {
    type: "contact.created",
    subject: { type: "contact", id },
    contactId: id,
    after: withoutUndefined(said),
  };
  return { id, isNew: true, conflicts: known.length > 0, columns, tags: [], events: [event] };
}

async function savePerson(transaction: Transaction, context: Context, person: Person): Promise<void> {
  if (person.isNew) {
    const made = { locationId: context.location.id, id: person.id, createdById: userIdOf(context) };
    await insertRow(transaction, contacts, { ...person.columns, ...made });
  } else if (person.events.length > 0) {
    await transaction
      .update(contacts)
      .set({ ...person.columns, updatedAt: context.now })
      .where(and(eq(contacts.locationId, context.location.id), eq(contacts.id, person.id)));
  }
}

/** Makes `words` the contact's tags, and adds them to the location's list. */
export async function tagContact(
  transaction: Transaction,
  context: Context,
  contactId: string,
  words: string[],
): Promise<void> {
  const { id: locationId } = context.location;
  const rows = words.map((name) => ({ locationId, id: newId(), name }));
  await Promise.all([
    transaction
      .update(contacts)
      .set({ tags: words, updatedAt: context.now })
      .where(and(eq(contacts.locationId, locationId), eq(contacts.id, contactId))),
    rows.length > 0 ? transaction.insert(tagsTable).values(rows).onConflictDoNothing() : null,
  ]);
}
