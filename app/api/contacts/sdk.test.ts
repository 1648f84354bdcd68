import { HighLevel } from "@gohighlevel/api-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { serveApi } from "@/db/testing/api-server";
import { aHighLevelApi } from "@/db/testing/highlevel";

let server: Awaited<ReturnType<typeof serveApi>>;
let api: Awaited<ReturnType<typeof aHighLevelApi>>;
let client: HighLevel;
const hosted = Reflect.get(HighLevel, "BASE_URL");

beforeAll(async () => {
  api = await aHighLevelApi(routeTable);
  server = await serveApi(routeTable);
  Reflect.set(HighLevel, "BASE_URL", `${server.url}/api`);
  client = new HighLevel({ privateIntegrationToken: api.secret, logLevel: "error" });
});
afterAll(async () => {
  Reflect.set(HighLevel, "BASE_URL", hosted);
  await server.stop();
});

test("the official client works on contacts", async () => {
  const { locationId = "", userId = "", campaignId = "", workflowId = "", businessId = "" } = api.ids;
  const { contact } = await client.contacts.createContact({
    locationId,
    firstName: "Rosa",
    lastName: "Deo",
    email: "Rosa@Deos.example",
    phone: "(415) 555-0134",
    tags: ["Alpha", "alpha", "beta"],
    timezone: "America/New_York",
    country: "US",
    dnd: false,
    dndSettings: { SMS: { status: "active", message: "no texts" } },
    assignedTo: userId,
  });
  const contactId = contact?.id ?? "";
  expect(contact).toMatchObject({
    email: "rosa@deos.example",
    phone: "+14155550134",
    tags: ["alpha", "beta"],
    dndSettings: { SMS: { status: "active" } },
    assignedTo: userId,
  });
  expect((await client.contacts.getContact({ contactId })).contact).toMatchObject({ id: contactId, lastName: "Deo" });
  const updated = await client.contacts.updateContact({ contactId }, { city: "Austin" });
  expect(updated).toMatchObject({ succeded: true, contact: { city: "Austin" } });
  const upserted = await client.contacts.upsertContact({
    locationId,
    email: "rosa@deos.example",
    phone: "+14155550199",
  });
  expect(upserted).toMatchObject({
    new: false,
    contact: { id: contactId, phone: "+14155550199", additionalPhones: ["+14155550134"] },
  });

  expect(await client.contacts.addTags({ contactId }, { tags: ["Gamma"] })).toMatchObject({
    tags: ["alpha", "beta", "gamma"],
  });
  expect(await client.contacts.removeTags({ contactId }, { tags: ["BETA"] })).toMatchObject({
    tags: ["alpha", "gamma"],
  });
  const many = { locationId, contacts: [contactId, "stranger"], tags: ["Delta"] };
  expect(await client.contacts.createAssociation({ type: "add" }, many)).toMatchObject({
    succeded: true,
    errorCount: 1,
    responses: [
      { contactId, type: "success", oldTags: ["alpha", "gamma"], tagsAdded: ["delta"], tagsRemoved: [] },
      { contactId: "stranger", type: "error" },
    ],
  });
  expect(await client.contacts.createAssociation({ type: "remove" }, many)).toMatchObject({
    responses: [{ tagsAdded: [], tagsRemoved: ["delta"] }, { type: "error" }],
  });
  const none = { ...many, tags: [], removeAllTags: true };
  await expect(client.contacts.createAssociation({ type: "add" }, none)).rejects.toThrow("removeAllTags");
  expect(await client.contacts.createAssociation({ type: "remove" }, none)).toMatchObject({
    responses: [{ tagsRemoved: ["alpha", "gamma"] }, { type: "error" }],
  });
  await client.contacts.addTags({ contactId }, { tags: ["alpha", "gamma"] });
  expect(await client.contacts.addFollowersContact({ contactId }, { followers: [userId] })).toMatchObject({
    followers: [userId],
    followersAdded: [userId],
  });
  expect(await client.contacts.removeFollowersContact({ contactId }, { followers: [userId] })).toMatchObject({
    followers: [],
    followersRemoved: [userId],
  });

  const { note } = await client.contacts.createNote({ contactId }, { body: "Hello", userId });
  const noteId = note?.id ?? "";
  expect((await client.contacts.updateNote({ contactId, id: noteId }, { body: "Hello again" })).note).toMatchObject({
    body: "Hello again",
    userId,
  });
  expect((await client.contacts.getAllNotes({ contactId })).notes).toHaveLength(1);
  expect(await client.contacts.deleteNote({ contactId, id: noteId })).toMatchObject({ succeded: true });

  const due = "2031-05-06T15:00:00.000Z";
  const { task } = await client.contacts.createTask(
    { contactId },
    { title: "Call", dueDate: due, completed: false, assignedTo: userId },
  );
  const taskId = task?.id ?? "";
  expect(task).toMatchObject({ dueDate: due, completed: false, assignedTo: userId });
  expect((await client.contacts.updateTaskCompleted({ contactId, taskId }, { completed: true })).task).toMatchObject({
    completed: true,
  });
  expect((await client.contacts.getTask({ contactId, taskId })).task).toMatchObject({ completed: true });
  expect(await client.contacts.deleteTask({ contactId, taskId })).toMatchObject({ succeded: true });

  await client.contacts.addRemoveContactFromBusiness({ locationId, ids: [contactId], businessId });
  expect((await client.contacts.getContactsByBusinessId({ businessId, locationId })).contacts).toMatchObject([
    { id: contactId },
  ]);
  expect(await client.contacts.addContactToCampaign({ contactId, campaignId }, {})).toMatchObject({ succeded: true });
  expect(await client.contacts.removeContactFromEveryCampaign({ contactId })).toMatchObject({ succeded: true });
  expect(
    await client.contacts.addContactToWorkflow(
      { contactId, workflowId },
      { eventStartTime: "2031-06-23T03:30:00+01:00" },
    ),
  ).toMatchObject({ succeded: true });
  expect(
    await client.contacts.deleteContactFromWorkflow(
      { contactId, workflowId },
      { eventStartTime: "2031-06-23T03:30:00+01:00" },
    ),
  ).toMatchObject({ succeded: true });

  // oxlint-disable-next-line typescript/no-deprecated -- programs that were made before it was still call it
  expect((await client.contacts.getContacts({ locationId, limit: 1 })).contacts).toHaveLength(1);
  const search = { locationId, pageLimit: 5, filters: [{ field: "tags", operator: "eq", value: "gamma" }] };
  expect(await client.contacts.searchContactsAdvanced(search)).toMatchObject({
    total: 1,
    contacts: [{ id: contactId, businessName: "Brightacre" }],
  });
  expect(await client.contacts.getDuplicateContact({ locationId, email: "ROSA@deos.example" })).toMatchObject({
    contact: { id: contactId },
  });
  expect((await client.contacts.getAppointmentsForContact({ contactId })).events).toEqual([]);
  expect(await client.contacts.deleteContact({ contactId })).toMatchObject({ succeded: true });
  await expect(client.contacts.getContact({ contactId })).rejects.toThrow();
});

test("the official client works on opportunities", async () => {
  const { locationId = "", userId = "", contactId = "" } = api.ids;
  const { pipelines = [] } = await client.opportunities.getPipelines({ locationId });
  const [pipeline] = pipelines;
  const pipelineId = pipeline?.id ?? "";
  const stages: unknown[] = pipeline?.stages ?? [];
  const stageIds = stages.map((stage) =>
    String(typeof stage === "object" && stage !== null && Reflect.get(stage, "id")),
  );
  const { opportunity } = await client.opportunities.createOpportunity({
    locationId,
    pipelineId,
    pipelineStageId: stageIds[1],
    name: "Roof",
    status: "open",
    contactId,
    monetaryValue: 220.5,
    assignedTo: userId,
  });
  const id = opportunity?.id ?? "";
  expect(opportunity).toMatchObject({
    monetaryValue: 220.5,
    pipelineStageId: stageIds[1],
    assignedTo: userId,
    status: "open",
  });
  const moved = await client.opportunities.updateOpportunity(
    { id },
    { pipelineStageId: stageIds[2], monetaryValue: 300 },
  );
  expect(moved.opportunity).toMatchObject({ pipelineStageId: stageIds[2], monetaryValue: 300, name: "Roof" });
  expect(await client.opportunities.updateOpportunityStatus({ id }, { status: "won" })).toMatchObject({
    succeded: true,
  });
  expect((await client.opportunities.getOpportunity({ id })).opportunity).toMatchObject({ status: "won" });
  const { lostReasons = [], total } = await client.opportunities.getLostReason({ locationId });
  expect(total).toBe(lostReasons.length);
  const { id: lostReasonId = "", name = "" } = lostReasons[1] ?? {};
  expect(await client.opportunities.getLostReason({ locationId, name: name.toUpperCase() })).toMatchObject({
    lostReasons: [{ id: lostReasonId, name, locationId }],
    total: 1,
  });
  expect(await client.opportunities.getLostReason({ locationId, deleted: true, query: "x" })).toMatchObject({
    total: 0,
  });
  await client.opportunities.updateOpportunityStatus({ id }, { status: "lost", lostReasonId });
  expect((await client.opportunities.getOpportunity({ id })).opportunity).toMatchObject({
    status: "lost",
    lostReasonId,
  });
  await client.opportunities.updateOpportunityStatus({ id }, { status: "won" });
  expect((await client.opportunities.getOpportunity({ id })).opportunity).toMatchObject({ lostReasonId: null });
  const found = await client.opportunities.searchOpportunity({ locationId, status: "won", contactId });
  expect(found).toMatchObject({ opportunities: [{ id }], meta: { total: 1 } });
  const advanced = {
    locationId,
    query: "Roof",
    limit: 20,
    page: 1,
    searchAfter: [],
    additionalDetails: { notes: true, tasks: true, calendarEvents: true, unReadConversations: false },
  };
  expect(await client.opportunities.searchOpportunitiesAdvanced(advanced)).toMatchObject({
    opportunities: [{ id, notes: [expect.any(String)] }],
    total: 1,
  });
  const followers = { followers: [userId] };
  expect(await client.opportunities.addFollowersOpportunity({ id }, followers)).toMatchObject({
    followers: [userId],
    followersAdded: [userId],
  });
  expect(
    await client.opportunities.removeFollowersOpportunity({ id, isRemoveAllFollowers: true }, followers),
  ).toMatchObject({
    followers: [],
    followersRemoved: [userId],
  });
  const body = {
    locationId,
    pipelineId,
    contactId,
    name: "Roof and walls",
    followers: [],
    isRemoveAllFollowers: false,
    followersActionType: "add",
  };
  expect(await client.opportunities.upsertOpportunity(body)).toMatchObject({ new: false });
  expect(await client.opportunities.deleteOpportunity({ id })).toMatchObject({ succeded: true });
});
