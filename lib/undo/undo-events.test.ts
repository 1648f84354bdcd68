import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { attachments, calls, customFields, customValues, events, notes, tasks } from "@/db/schema/activity";
import { appointments } from "@/db/schema/calendars";
import { businesses, contactFollowers, contacts, duplicateCandidates, tags } from "@/db/schema/contacts";
import { opportunities, opportunityFollowers, pipelines, stages } from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { deletePipeline } from "@/lib/bulk/delete-pipeline";
import { deleteStage } from "@/lib/bulk/delete-stage";
import { deleteTag, renameTag } from "@/lib/bulk/retag";
import { createBusiness, deleteBusiness, updateBusiness } from "@/lib/businesses/save-business";
import { dismissDuplicate } from "@/lib/contacts/dismiss-duplicate";
import { findContact } from "@/lib/contacts/find-contact";
import { followContact } from "@/lib/contacts/follow-contact";
import { moveToBusiness } from "@/lib/contacts/move-to-business";
import { tagContact } from "@/lib/contacts/tag-contact";
import { updateContact } from "@/lib/contacts/update-contact";
import { arrangeFields } from "@/lib/custom-fields/arrange-fields";
import { createField } from "@/lib/custom-fields/create-field";
import { listFields } from "@/lib/custom-fields/list-fields";
import { deleteField, updateField } from "@/lib/custom-fields/update-field";
import { change, read } from "@/lib/data/doors";
import { eventTypes } from "@/lib/events/catalogue";
import { newId } from "@/lib/kit/id";
import { activateLead } from "@/lib/leads/activate-lead";
import { addLeadNote } from "@/lib/leads/add-lead-note";
import { archiveLead } from "@/lib/leads/archive-lead";
import { assignLead } from "@/lib/leads/assign-lead";
import { attachLeadFile } from "@/lib/leads/attach-lead-file";
import { bookLeadAppointment } from "@/lib/leads/book-lead-appointment";
import { cloneLead } from "@/lib/leads/clone-lead";
import { convertLead } from "@/lib/leads/convert-lead";
import { createLead } from "@/lib/leads/create-lead";
import { deleteLead } from "@/lib/leads/delete-lead";
import { deleteLeadAppointment } from "@/lib/leads/delete-lead-appointment";
import { deleteLeadCall } from "@/lib/leads/delete-lead-call";
import { deleteLeadFile } from "@/lib/leads/delete-lead-file";
import { deleteLeadNote } from "@/lib/leads/delete-lead-note";
import { emptyStages } from "@/lib/leads/empty-stages";
import { updateLeadWithNote } from "@/lib/leads/lead-with-note";
import { logLeadCall } from "@/lib/leads/log-lead-call";
import type { Lead } from "@/lib/leads/model";
import { moveLead } from "@/lib/leads/move-lead";
import { moveLeads } from "@/lib/leads/move-leads";
import { restoreLead } from "@/lib/leads/restore-lead";
import { setLeadTags } from "@/lib/leads/set-lead-tags";
import { updateLead } from "@/lib/leads/update-lead";
import { updateLeadAppointment } from "@/lib/leads/update-lead-appointment";
import { updateLeadCall } from "@/lib/leads/update-lead-call";
import { mergeRecords } from "@/lib/merging/merge-records";
import { arrangePipelines } from "@/lib/pipelines/arrange-pipelines";
import { createPipeline } from "@/lib/pipelines/create-pipeline";
import { readPipelines } from "@/lib/pipelines/read-pipelines";
import { savePipeline } from "@/lib/pipelines/save-pipeline";
import { createTag } from "@/lib/tags/create-tag";
import { createTask } from "@/lib/tasks/create-task";
import { deleteTask } from "@/lib/tasks/delete-task";
import { updateTask } from "@/lib/tasks/update-task";
import { inverses } from "./inverses";
import { undoEvents } from "./undo-events";

let location: Location;
let admin: Member;
let rita: Member;
let otto: Member;
let fieldId: string;

beforeAll(async () => {
  location = await aLocation();
  admin = await aMember(location);
  rita = await aMember(location, { role: "rep", username: "rita" });
  otto = await aMember(location, { role: "rep", username: "otto" });
  fieldId = newId();
  await change(contextOf(location), async (transaction) => {
    const field = { locationId: location.id, recordType: "lead" as const, dataType: "text" as const, options: [] };
    await transaction.insert(customFields).values({ ...field, id: fieldId, fieldKey: "budget", name: "Budget" });
    return { result: null, events: [{ type: "settings.changed", subject: { type: "location", id: location.id } }] };
  });
});

type Done = { events: string[] };

/** Does something as `actor`, and answers the events that said so. */
async function does(actor: Member, work: (context: Context) => Promise<unknown>): Promise<Done> {
  const written: string[] = [];
  await work({ ...contextOf(location, actor), written });
  return { events: written };
}

const undoes = (actor: Member, done: Done) => does(actor, (context) => undoEvents(context, done));

/** What a change of many records came to, event by event. */
const partsOf = async ({ id }: { id: string }): Promise<Done> => {
  const rows = await read(contextOf(location), (transaction) =>
    transaction.select({ id: events.id }).from(events).where(eq(events.partOfId, id)),
  );
  return { events: rows.map((row) => row.id) };
};

const typesOf = async ({ events: ids }: Done): Promise<string[]> => {
  const rows = await read(contextOf(location), (transaction) =>
    transaction.select({ id: events.id, type: events.type }).from(events).where(eq(events.locationId, location.id)),
  );
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.type ?? []);
};

/** Every living record of the location, without what counts and dates its changes. */
async function livingRows(): Promise<unknown> {
  const tables = {
    opportunities,
    contacts,
    notes,
    tasks,
    appointments,
    attachments,
    calls,
    duplicateCandidates,
    opportunityFollowers,
    contactFollowers,
    businesses,
    customValues,
    pipelines,
    stages,
    tags,
    customFields,
  };
  const kept: Record<string, string[]> = {};
  for (const [name, table] of Object.entries(tables)) {
    const rows = await read(contextOf(location), (transaction) =>
      transaction.select().from(table).where(eq(table.locationId, location.id)),
    );
    const keyed = "deletedAt" in table;
    kept[name] = rows
      .filter((row) => !("deletedAt" in row) || row.deletedAt === null)
      .map((row) => {
        const { version: _version, updatedAt: _updatedAt, ...fields }: Record<string, unknown> = row;
        if (!keyed) Object.assign(fields, { id: null, createdAt: null });
        // Their order may have gaps, which mean nothing.
        if (name === "contactFollowers") fields.position = null;
        return JSON.stringify(fields);
      })
      .toSorted();
  }
  return kept;
}

type Scenario = (actor: Member) => Promise<Done>;

const lead = (): Promise<Lead> => aLead(location, { name: "Roof", valueMinor: 500, owner: { username: "rita" } }, rita);
const onLead =
  (act: (context: Context, lead: Lead) => Promise<unknown>): Scenario =>
  async (actor) => {
    const about = await lead();
    return does(actor, (context) => act(context, about));
  };
const file = () => new File(["some words"], "words.txt", { type: "text/plain" });
const aTask = async () => createTask(contextOf(location), { contactId: (await lead()).contact.id, title: "Call" });
const soon = (hours: number) => ({
  startsAt: new Date(Date.now() + hours * 3_600_000),
  endsAt: new Date(Date.now() + (hours + 1) * 3_600_000),
  note: "Site visit",
  status: "confirmed" as const,
});
let hour = 0;

/** Puts two leads of two contacts together. */
async function merging(actor: Member): Promise<Done> {
  const [one, other] = [await lead(), await aLead(location, { name: "Walls", tags: ["wall"] })];
  return does(actor, (context) =>
    mergeRecords(context, {
      contacts: { survivorId: one.contact.id, otherIds: [other.contact.id], fields: { email: other.contact.id } },
      leads: { survivorId: one.id, otherIds: [other.id], fields: { name: other.id } },
    }),
  );
}

const converting = onLead((context, about) =>
  convertLead(context, {
    lead: about,
    firstName: "Ada",
    lastName: "King",
    email: `${newId()}@example.com`,
    companyName: "Engines",
    sendsWelcomeMail: true,
    deletesLead: true,
  }),
);

/** What is done anew where it is wanted again, since its undoing stays. */
const undoneForGood: readonly string[] = ["lead.converted", "mail.queued"];

const aTag = (context = contextOf(location)) => createTag(context, { name: `tag ${newId()}` });
const aField = (context = contextOf(location)) =>
  createField(context, { recordType: "lead", name: `Field ${newId()}`, dataType: "text", folder: "Roof" });

/** A pipeline of its own, with two leads in its first stage, one of them in the bin. */
async function fullPipeline() {
  const stage = { color: "#112233", probability: 30, stalledAfterDays: 7 };
  const context = contextOf(location);
  const made = await createPipeline(context, {
    name: `Renewals ${newId()}`,
    stages: [
      { ...stage, name: "Due" },
      { ...stage, name: "Asked" },
    ],
  });
  const [first, second] = made.stages;
  if (!first || !second) throw new Error("A stage is missing.");
  for (const isBinned of [false, true]) {
    const about = await aLead(location, { stage: { id: first.id } });
    if (isBinned) await deleteLead(context, { lead: about });
  }
  const target = (await readPipelines(context))[0]?.stages[0]?.id ?? "";
  return { ...made, first, second, target };
}

/** Something that makes each event that can be undone. */
const scenarios: Record<string, Scenario> = {
  "lead.created": (actor) =>
    does(actor, (context) =>
      createLead(context, {
        name: "New",
        note: "First words",
        contact: { name: "Grace Hopper", phone: "+1 202 555 0101" },
      }),
    ),
  "contact.created": (actor) =>
    does(actor, (context) => createLead(context, { contact: { email: `${newId()}@example.com` } })),
  "lead.updated": onLead((context, { id }) =>
    updateLead(context, {
      lead: { id },
      changes: {
        name: "Roof and walls",
        valueMinor: null,
        description: "Much",
        lastContactedOn: "2026-01-02",
        archived: true,
        utmSource: "fair",
        owner: { username: "otto" },
        customFields: { budget: "large" },
      },
    }),
  ),
  "contact.updated": onLead((context, { id }) =>
    updateLead(context, {
      lead: { id },
      changes: {
        contact: { name: "Ada King Lovelace", email: `${newId()}@example.com`, phone: "202 555 0199", city: "Ely" },
      },
    }),
  ),
  "lead.stage_changed": onLead((context, about) => moveLead(context, { lead: about, stage: { key: "tentative" } })),
  "lead.reordered": async (actor) => {
    const [above, about] = [await lead(), await lead()];
    return does(actor, (context) => moveLeads(context, { leads: [{ id: above.id }], place: { before: about.id } }));
  },
  "lead.status_changed": onLead((context, { id }) => moveLeads(context, { leads: [{ id }], status: "won" })),
  "lead.assigned": onLead((context, about) =>
    assignLead(context, { lead: about, assigned: [otto.number, rita.number, admin.number] }),
  ),
  "lead.tagged": onLead((context, about) => setLeadTags(context, { lead: about, tags: ["hot", "roof"] })),
  "lead.archived": onLead(archiveLead),
  "lead.activated": async (actor) => {
    const about = await lead();
    await archiveLead(contextOf(location), about);
    return does(actor, (context) => activateLead(context, about));
  },
  "lead.deleted": onLead((context, about) => deleteLead(context, { lead: about })),
  "lead.restored": async (actor) => {
    const about = await lead();
    return undoes(actor, await does(actor, (context) => deleteLead(context, { lead: about })));
  },
  "contact.deleted": async (actor) => undoes(actor, await scenarioOf("contact.created")(actor)),
  "contact.restored": async (actor) => undoes(actor, await scenarioOf("contact.deleted")(actor)),
  "contact.tagged": onLead((context, { contact }) =>
    tagContact(context, { contactId: contact.id, add: ["hot"], remove: ["cold"] }),
  ),
  "contact.followed": async (actor) => {
    const contactId = (await lead()).contact.id;
    await followContact(contextOf(location), { contactId, add: [rita.id, otto.id] });
    return does(actor, (context) => followContact(context, { contactId, add: [admin.id], remove: [rita.id] }));
  },
  "contact.moved": async (actor) => {
    const contactIds = [(await lead()).contact.id, (await lead()).contact.id];
    const { id: businessId } = await createBusiness(contextOf(location), { name: "Brightacre" });
    await moveToBusiness(contextOf(location), { contactIds: contactIds.slice(1), businessId });
    const { id: other } = await createBusiness(contextOf(location), { name: "Darkacre" });
    return does(actor, (context) => moveToBusiness(context, { contactIds, businessId: other }));
  },
  "business.created": (actor) => does(actor, (context) => createBusiness(context, { name: "New", city: "Ely" })),
  "business.updated": async (actor) => {
    const { id: businessId } = await createBusiness(contextOf(location), { name: "Old", city: "Ely" });
    return does(actor, (context) => updateBusiness(context, { businessId, changes: { name: "New", city: null } }));
  },
  "business.deleted": async (actor) => {
    const { id: businessId } = await createBusiness(contextOf(location), { name: "Brightacre" });
    await moveToBusiness(contextOf(location), { contactIds: [(await lead()).contact.id], businessId });
    return does(actor, (context) => deleteBusiness(context, businessId));
  },
  "business.restored": async (actor) => undoes(actor, await scenarioOf("business.deleted")(actor)),
  "note.created": onLead((context, about) => addLeadNote(context, { lead: about, body: "Called" })),
  "note.updated": async (actor) => {
    const about = await lead();
    await addLeadNote(contextOf(location), { lead: about, body: "Called" });
    return does(actor, (context) => updateLeadWithNote(context, { lead: about, changes: {}, note: "Called twice" }));
  },
  "note.deleted": async (actor) => {
    const note = await addLeadNote(contextOf(location), { lead: await lead(), body: "Called" });
    return does(actor, (context) => deleteLeadNote(context, { note }));
  },
  "note.restored": async (actor) => undoes(actor, await scenarioOf("note.deleted")(actor)),
  "task.created": onLead((context, { contact }) => createTask(context, { contactId: contact.id, title: "Call" })),
  "task.updated": async (actor) => {
    const { id: taskId } = await aTask();
    const changes = { title: "Write", body: "About the roof", dueAt: new Date("2027-03-01T08:00:00Z") };
    return does(actor, (context) => updateTask(context, { taskId, changes }));
  },
  "task.completed": async (actor) => {
    const { id: taskId } = await aTask();
    return does(actor, (context) => updateTask(context, { taskId, changes: { completed: true } }));
  },
  "task.deleted": async (actor) => {
    const { id: taskId } = await aTask();
    return does(actor, (context) => deleteTask(context, { taskId }));
  },
  "task.restored": async (actor) => undoes(actor, await scenarioOf("task.deleted")(actor)),
  "call.logged": onLead((context, about) =>
    logLeadCall(context, { lead: about, direction: "outgoing", outcome: "reached", durationSeconds: 90, body: "Yes" }),
  ),
  "call.updated": async (actor) => {
    const about = await lead();
    const call = { direction: "incoming", outcome: "busy", durationSeconds: null, body: "" } as const;
    const { id } = await logLeadCall(contextOf(location), { lead: about, ...call });
    const changes = { outcome: "reached", durationSeconds: 90, body: "Wants two" } as const;
    return does(actor, (context) => updateLeadCall(context, { lead: about, id, changes }));
  },
  "call.deleted": async (actor) => {
    const about = await lead();
    const call = { direction: "incoming", outcome: "busy", durationSeconds: null, body: "" } as const;
    const { id } = await logLeadCall(contextOf(location), { lead: about, ...call });
    return does(actor, (context) => deleteLeadCall(context, { lead: about, id }));
  },
  "call.restored": async (actor) => undoes(actor, await scenarioOf("call.deleted")(actor)),
  "duplicate.dismissed": async (actor) => {
    const twin = await aLead(location);
    const other = await aLead(location, { contact: { email: twin.contact.email, firstName: "Augusta" } });
    const [pair] = await read(contextOf(location), (transaction) =>
      transaction
        .select({ id: duplicateCandidates.id })
        .from(duplicateCandidates)
        .where(eq(duplicateCandidates.otherContactId, other.contact.id)),
    );
    return does(actor, (context) => dismissDuplicate(context, { pairId: pair?.id ?? "" }));
  },
  "duplicate.reopened": async (actor) => undoes(actor, await scenarioOf("duplicate.dismissed")(actor)),
  "appointment.created": onLead((context, about) =>
    bookLeadAppointment(context, { lead: about, ...soon((hour += 2)) }),
  ),
  "appointment.updated": async (actor) => {
    const booked = await bookLeadAppointment(contextOf(location, actor), { lead: await lead(), ...soon((hour += 2)) });
    return does(actor, (context) =>
      updateLeadAppointment(context, { appointment: booked, changes: { ...soon((hour += 2)), status: "rescheduled" } }),
    );
  },
  "appointment.deleted": async (actor) => {
    const booked = await bookLeadAppointment(contextOf(location, actor), { lead: await lead(), ...soon((hour += 2)) });
    return does(actor, (context) => deleteLeadAppointment(context, { appointment: booked }));
  },
  "appointment.restored": async (actor) => undoes(actor, await scenarioOf("appointment.deleted")(actor)),
  "attachment.created": onLead((context, about) => attachLeadFile(context, { lead: about, file: file() })),
  "attachment.deleted": async (actor) => {
    const about = await lead();
    const { id } = await attachLeadFile(contextOf(location), { lead: about, file: file() });
    return does(actor, (context) => deleteLeadFile(context, { lead: about, id }));
  },
  "attachment.restored": async (actor) => undoes(actor, await scenarioOf("attachment.deleted")(actor)),
  "pipeline.created": (actor) =>
    does(actor, (context) =>
      createPipeline(context, {
        name: `Partners ${newId()}`,
        stages: [{ name: "New", color: "#112233", probability: 5, stalledAfterDays: null }],
      }),
    ),
  "pipeline.updated": async (actor) => {
    const { id: pipelineId, first, second } = await fullPipeline();
    const changed = [{ ...second, color: "#445566", probability: 99 }, first, { ...first, id: undefined, name: "New" }];
    return does(actor, (context) =>
      savePipeline(context, {
        pipelineId,
        name: `Again ${newId()}`,
        stages: changed.map(({ key: _, leads: __, ...stage }) => stage),
      }),
    );
  },
  "pipeline.deleted": async (actor) => {
    const { id: pipelineId, target: targetId } = await fullPipeline();
    await arrangePipelines(contextOf(location), { defaultId: pipelineId });
    return does(actor, (context) => deletePipeline(context, { pipelineId, targetId }));
  },
  "pipeline.restored": async (actor) => undoes(actor, await scenarioOf("pipeline.deleted")(actor)),
  "pipeline.arranged": async (actor) => {
    const { id } = await fullPipeline();
    const others = (await readPipelines(contextOf(location))).map((pipeline) => pipeline.id);
    const order = [id, ...others.filter((other) => other !== id)];
    return does(actor, (context) => arrangePipelines(context, { order, defaultId: id }));
  },
  "stage.deleted": async (actor) => {
    const { first, target: targetId } = await fullPipeline();
    return does(actor, (context) => deleteStage(context, { stageId: first.id, targetId }));
  },
  "leads.moved_in_bin": async (actor) => {
    const { id: pipelineId, first, second } = await fullPipeline();
    const binned = await aLead(location, { stage: { id: first.id } });
    await deleteLead(contextOf(location), { lead: binned });
    const moves = newId();
    const [from, to] = [
      { ...first, pipelineId },
      { ...second, pipelineId },
    ];
    await change(contextOf(location, actor), async (transaction, inside) => {
      await emptyStages(transaction, inside, [from], to, { moves });
      return { result: null, unchanged: true };
    });
    // Where it is, is seen of a lead that lives.
    await restoreLead(contextOf(location), { leadId: binned.id });
    const told = await read(contextOf(location), (transaction) =>
      transaction.select({ id: events.id, type: events.type }).from(events).where(eq(events.partOfId, moves)),
    );
    return { events: told.flatMap(({ id, type }) => (type === "leads.moved_in_bin" ? [id] : [])) };
  },
  "stage.restored": async (actor) => undoes(actor, await scenarioOf("stage.deleted")(actor)),
  "tag.created": (actor) => does(actor, (context) => aTag(context)),
  "tag.renamed": async (actor) => {
    const { id: tagId } = await aTag();
    return partsOf(await renameTag(contextOf(location, actor), { tagId, name: `renamed ${tagId}`, merges: false }));
  },
  "tag.deleted": async (actor) => {
    const { id: tagId } = await aTag();
    return partsOf(await deleteTag(contextOf(location, actor), { tagId }));
  },
  "tag.restored": async (actor) => undoes(actor, await scenarioOf("tag.deleted")(actor)),
  "field.created": (actor) => does(actor, (context) => aField(context)),
  "field.updated": async (actor) => {
    const { id } = await aField();
    const changes = { name: "Colour", dataType: "large_text" as const, folder: null };
    return does(actor, (context) => updateField(context, { fieldId: id, ...changes }));
  },
  "field.deleted": async (actor) => {
    const { id } = await aField();
    return does(actor, (context) => deleteField(context, { fieldId: id }));
  },
  "field.restored": async (actor) => undoes(actor, await scenarioOf("field.deleted")(actor)),
  "field.arranged": async (actor) => {
    await aField();
    const present = await listFields(contextOf(location), { recordTypes: ["lead"] });
    const turned = present.toReversed().map(({ id }) => ({ id, folder: "All" }));
    return does(actor, (context) => arrangeFields(context, { recordType: "lead", fields: turned }));
  },
  "contact.merged": (actor) => merging(actor),
  "contact.unmerged": async (actor) => undoes(actor, await scenarioOf("contact.merged")(actor)),
  "lead.merged": (actor) => merging(actor),
  "lead.unmerged": async (actor) => undoes(actor, await scenarioOf("lead.merged")(actor)),
  "lead.converted": converting,
  "mail.queued": converting,
  "lead.cloned": onLead((context, about) =>
    cloneLead(context, {
      lead: about,
      name: "Again",
      stage: { key: "prospect" },
      copiesChecklist: true,
      copiesFiles: true,
    }),
  ),
};

function scenarioOf(type: string): Scenario {
  const scenario = scenarios[type];
  if (!scenario) throw new Error(`Nothing here makes ${type}.`);
  return scenario;
}

describe("every type of event", () => {
  test.each(eventTypes)("%s is undone, or says why not", async (type) => {
    const undoing = inverses[type];
    if (typeof undoing !== "function") {
      expect("never" in undoing ? undoing.never : undoing.alongside).toMatch(/\.$/);
      return;
    }
    // Once to learn what is there before it: the scenario makes records of its own first.
    const done = await scenarioOf(type)(admin);
    expect(await typesOf(done)).toContain(type);
    const after = await livingRows();
    const undone = await undoes(admin, done);
    const before = await livingRows();
    expect(before).not.toEqual(after);
    if (undoneForGood.includes(type)) {
      await expect(undoes(admin, undone)).rejects.toMatchObject({ rule: "not_undoable" });
      return;
    }
    // Undoing the undoing does it again, field by field; and undoing that takes it back again.
    const redone = await undoes(admin, undone);
    expect(await livingRows()).toEqual(after);
    await undoes(admin, redone);
    expect(await livingRows()).toEqual(before);
  });
});

describe("what is put back", () => {
  test.each([
    "lead.updated",
    "contact.updated",
    "lead.stage_changed",
    "lead.assigned",
    "lead.tagged",
    "lead.archived",
    "lead.deleted",
  ])("%s leaves the rows as they were", async (type) => {
    const [about, listed] = await Promise.all([lead(), aTag()]);
    const before = await livingRows();
    const acts: Record<string, (context: Context) => Promise<unknown>> = {
      "lead.updated": (context) =>
        updateLead(context, {
          lead: about,
          changes: { name: "X", owner: { username: "otto" }, customFields: { budget: "1" } },
        }),
      "contact.updated": (context) =>
        updateLead(context, { lead: about, changes: { contact: { firstName: "Augusta", phone: "202 555 0123" } } }),
      "lead.stage_changed": (context) =>
        updateLead(context, { lead: about, changes: { stage: { key: "customer" }, source: "fair" } }),
      "lead.assigned": (context) => assignLead(context, { lead: about, assigned: [otto.number] }),
      // A word that the location's list has: a new one stays there.
      "lead.tagged": (context) => setLeadTags(context, { lead: about, tags: [listed.name] }),
      "lead.archived": (context) => archiveLead(context, about),
      "lead.deleted": (context) => deleteLead(context, { lead: about }),
    };
    const done = await does(rita, (context) => acts[type]?.(context) ?? Promise.reject(new Error(type)));
    expect(await livingRows()).not.toEqual(before);
    await undoes(rita, done);
    expect(await livingRows()).toEqual(before);
  });
});

describe("what changed since", () => {
  test("is named, and nothing is undone", async () => {
    const about = await lead();
    const done = await does(rita, (context) =>
      updateLead(context, { lead: about, changes: { source: "fair", description: "Big" } }),
    );
    await updateLead(contextOf(location, otto), { lead: about, changes: { source: "web" } });
    const before = await livingRows();
    await expect(undoes(rita, done)).rejects.toMatchObject({
      code: "conflict",
      rule: "changed_since",
      clashes: [{ field: "source", wanted: null, present: "web" }],
    });
    expect(await livingRows()).toEqual(before);
  });

  test("in another field does not matter", async () => {
    const about = await lead();
    const done = await does(rita, (context) => updateLead(context, { lead: about, changes: { source: "fair" } }));
    await updateLead(contextOf(location, otto), { lead: about, changes: { description: "Big" } });
    expect(await typesOf(await undoes(rita, done))).toEqual(["lead.updated"]);
  });

  test("a thing is undone once", async () => {
    const done = await scenarioOf("lead.deleted")(rita);
    await undoes(rita, done);
    await expect(undoes(rita, done)).rejects.toMatchObject({ code: "conflict", rule: "restored_since" });
  });

  test("a deleted lead takes no values back", async () => {
    const about = await lead();
    const done = await does(rita, (context) => updateLead(context, { lead: about, changes: { source: "fair" } }));
    await deleteLead(contextOf(location), { lead: about });
    await expect(undoes(rita, done)).rejects.toMatchObject({ rule: "deleted_since" });
  });

  test("a person's further addresses are put back, and the person is found by them", async () => {
    const contactId = (await lead()).contact.id;
    const email = `${newId().toLowerCase()}@example.com`;
    await updateContact(contextOf(location), { contactId, changes: { additionalEmails: [email] } });
    const before = await livingRows();
    const done = await does(rita, (context) =>
      updateContact(context, { contactId, changes: { additionalEmails: [], additionalPhones: ["202 555 0177"] } }),
    );
    await undoes(rita, done);
    expect(await livingRows()).toEqual(before);
    expect(await findContact(contextOf(location), { email })).toMatchObject({ id: contactId });
  });

  test("a business that has contacts by now stays, and a contact does not go back to one that is gone", async () => {
    const contactIds = [(await lead()).contact.id];
    let businessId = "";
    const made = await does(rita, async (context) => {
      businessId = (await createBusiness(context, { name: "New" })).id;
    });
    await moveToBusiness(contextOf(location), { contactIds, businessId });
    await expect(undoes(rita, made)).rejects.toMatchObject({ rule: "in_use" });
    const left = await does(rita, (context) => moveToBusiness(context, { contactIds, businessId: null }));
    await deleteBusiness(contextOf(location), businessId);
    await expect(undoes(rita, left)).rejects.toMatchObject({ rule: "business_gone" });
  });

  test("a person with other leads stays", async () => {
    const email = `${newId()}@example.com`;
    const done = await does(rita, (context) => createLead(context, { contact: { email } }));
    await createLead(contextOf(location), { contact: { email }, name: "Another" });
    await expect(undoes(rita, done)).rejects.toMatchObject({ rule: "in_use" });
  });

  test("an appointment does not come back over another one", async () => {
    const slot = soon((hour += 2));
    const booked = await bookLeadAppointment(contextOf(location, rita), { lead: await lead(), ...slot });
    const done = await does(rita, (context) => deleteLeadAppointment(context, { appointment: booked }));
    await bookLeadAppointment(contextOf(location, rita), { lead: await lead(), ...slot });
    await expect(undoes(rita, done)).rejects.toMatchObject({ code: "conflict", rule: "appointment_overlap" });
  });
});

describe("who may", () => {
  test("undo what somebody else did: an administrator, and nobody else", async () => {
    const done = await scenarioOf("lead.tagged")(rita);
    await expect(undoes(otto, done)).rejects.toMatchObject({ code: "forbidden", rule: "not_author" });
    await undoes(admin, done);
  });

  test("undo giving a lead away that they can not read any more", async () => {
    const own = await aMember(location, { role: "rep", visibility: "own" });
    const about = await aLead(location, { owner: { username: own.username } });
    const done = await does(own, (context) => assignLead(context, { lead: about, assigned: [otto.number] }));
    expect(await typesOf(await undoes(own, done))).toEqual(["lead.assigned"]);
  });

  test("nobody undoes what is about a lead they can not read", async () => {
    const own = await aMember(location, { role: "rep", visibility: "own" });
    const about = await aLead(location, { owner: { username: own.username } });
    const done = await does(own, (context) => updateLead(context, { lead: about, changes: { source: "fair" } }));
    await assignLead(contextOf(location), { lead: about, assigned: [otto.number] });
    await expect(undoes(own, done)).rejects.toMatchObject({ code: "not_found" });
    const elsewhere = contextOf(await aLocation());
    await expect(undoEvents(elsewhere, done)).rejects.toMatchObject({ code: "not_found" });
  });

  test("what can not be undone says why", async () => {
    const done = await does(admin, (context) =>
      change(context, async () => ({
        result: null,
        events: [{ type: "key.revoked", subject: { type: "key", id: newId() } }],
      })),
    );
    await expect(undoes(admin, done)).rejects.toMatchObject({ code: "conflict", rule: "not_undoable" });
  });
});
