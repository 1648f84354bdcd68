import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { pipelines, stages } from "@/db/schema/opportunities";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { done, failed, leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { deleteLead } from "@/lib/leads/delete-lead";
import { getLead } from "@/lib/leads/get-lead";
import type { Lead } from "@/lib/leads/model";
import { updateLead } from "@/lib/leads/update-lead";

const path = "/leads/update/lead/";
let location: Location;
let rita: Member;
let sam: Member;
let api: LeadsV1Caller;
let lead: Lead;

beforeAll(async () => {
  location = await aLocation();
  rita = await aMember(location, { role: "rep", name: "Rita Rep" });
  sam = await aMember(location, { role: "rep", name: "Sam Rep" });
  api = await leadsV1Caller(routeTable, location, rita);
  lead = await ritasLead();
});

const ritasLead = () =>
  aLead(
    location,
    {
      contact: { firstName: "Jane", lastName: "Doe", email: "jane@example.com", phone: "4155550100", address: "Oslo" },
      description: "Please call",
      source: "website",
      stage: { key: "prospect" },
    },
    rita,
  );

const body = (rest: Record<string, string> = {}) => ({
  slug: lead.slug,
  first_name: "Jane",
  last_name: "Doe",
  email: "jane@example.com",
  phone: "4155550100",
  ...rest,
});
const without = (name: string) => Object.fromEntries(Object.entries(body()).filter(([field]) => field !== name));
const known = ({ id }: Lead = lead) => getLead(contextOf(location), { id });

test("changes the lead and its person, and says so; what is not sent stays, what is blank goes", async () => {
  const other = await ritasLead();
  const sent = { slug: other.slug, first_name: "Janet", status: "tentative", location: "", assignee: sam.username };
  expect(await api.post(path, body(sent))).toEqual(done);
  expect(await known(other)).toMatchObject({
    contact: { firstName: "Janet", lastName: "Doe", name: "Janet Doe", address: null },
    stage: { key: "tentative" },
    assigned: [{ name: "Sam Rep" }],
    createdBy: { name: "Rita Rep" },
    source: "website",
    description: "Please call",
  });
  expect((await eventsOf(location, other)).map(({ type, actor }) => [type, actor])).toEqual([
    ["lead.created", "Rita Rep"],
    ["lead.stage_changed", "Rita Rep"],
    ["lead.updated", "Rita Rep"],
    ["contact.updated", "Rita Rep"],
  ]);
});

test("a urlencoded form and JSON do the same", async () => {
  expect(await api.send(path, { body: new URLSearchParams(body({ message: "By form" })) })).toEqual(done);
  expect(await known()).toMatchObject({ description: "By form" });
  expect(await api.send(path, { json: body({ message: "By JSON" }) })).toEqual(done);
  expect(await known()).toMatchObject({ description: "By JSON" });
});

test("the status that was printed, sent back, moves a lead of another pipeline nowhere", async () => {
  const other = await ritasLead();
  const number = await change(contextOf(location), async (transaction) => {
    const pipeline = { locationId: location.id, id: newId(), name: "Partners", position: 1 };
    const stage = { key: "prospect", name: "Prospect", color: "#000000", probability: 1, position: 0 };
    await transaction.insert(pipelines).values(pipeline);
    const [made] = await transaction
      .insert(stages)
      .values({ locationId: location.id, id: newId(), pipelineId: pipeline.id, ...stage })
      .returning({ number: stages.number });
    const subject = { type: "pipeline", id: pipeline.id };
    return { result: made?.number ?? 0, events: [{ type: "settings.changed", subject }] };
  });
  await updateLead(contextOf(location), { lead: other, changes: { stage: { number } } });
  expect(await api.post(path, body({ slug: other.slug, status: "prospect" }))).toEqual(done);
  expect(await known(other)).toMatchObject({ stage: { number } });
});

const required = "This field is required.";
const blank = "This field may not be blank.";
const longest = (length: number) => `Ensure this field has no more than ${length} characters.`;

describe("every documented error", () => {
  test.each(["slug", "first_name", "last_name", "email", "phone"])("%s is required", async (field) => {
    expect(await api.post(path, without(field))).toEqual(wrong(field, required));
    expect(await api.post(path, body({ [field]: "" }))).toEqual(wrong(field, blank));
  });

  test.each([
    ["slug", "x".repeat(259), longest(258)],
    ["first_name", "x".repeat(256), longest(255)],
    ["last_name", "x".repeat(256), longest(255)],
    ["email", `${"x".repeat(244)}@example.com`, longest(255)],
    ["location", "x".repeat(256), longest(255)],
    ["message", "x".repeat(256), longest(255)],
    ["email", "nobody", "Invalid email."],
    ["phone", "12345a", "Phone number must be entered in the format: '999999999'. Up to 15 digits allowed."],
    ["status", "bogus", "bogus is not a valid choice."],
    ["source", "bogus", "bogus is not a valid choice."],
    ["assignee", "", blank],
    ["assignee", "nobody-of-this-name", "Assignee not found."],
  ])("%s of %j", async (field, value, text) => {
    const before = await known();
    expect(await api.post(path, body({ [field]: value }))).toEqual(wrong(field, text));
    expect(await known()).toEqual(before);
  });

  test("a slug that is nobody's, deleted, or of another location", async () => {
    const unknown = failed("Requested lead does not esixt.");
    expect(await api.post(path, body({ slug: "no-such-lead" }))).toEqual(unknown);
    const gone = await ritasLead();
    await deleteLead(contextOf(location), { lead: gone });
    expect(await api.post(path, body({ slug: gone.slug }))).toEqual(unknown);
    const theirs = await aLead(await aLocation());
    expect(await api.post(path, body({ slug: theirs.slug }))).toEqual(unknown);
  });

  test("a lead that somebody else made, though it is assigned to the caller; an administrator may", async () => {
    const refused = failed("You are not owner of this lead.");
    const owned = await aLead(location, { owner: { username: sam.username } }, rita);
    const asSam = await leadsV1Caller(routeTable, location, sam);
    expect(await asSam.post(path, body({ slug: owned.slug }))).toEqual(refused);
    expect(await known(owned)).toEqual(owned);
    const manager = await leadsV1Caller(routeTable, location, await aMember(location, { role: "manager" }));
    expect(await manager.post(path, body({ slug: owned.slug }))).toEqual(refused);
    const admin = await leadsV1Caller(routeTable, location, await aMember(location));
    expect(await admin.post(path, body({ slug: owned.slug }))).toEqual(done);
  });

  test("a lead that a rep who sees only their own may not read is unknown to them", async () => {
    const rep = await aMember(location, { role: "rep", visibility: "own" });
    const restricted = await leadsV1Caller(routeTable, location, rep);
    expect(await restricted.post(path, body())).toEqual(failed("Requested lead does not esixt."));
    const mine = await aLead(location, {}, rep);
    expect(await restricted.post(path, body({ slug: mine.slug }))).toEqual(done);
  });
});

test("all fields that are wrong are told at once", async () => {
  const sent = { slug: "x".repeat(300), first_name: "", phone: "x", status: "bogus", assignee: "nobody" };
  expect(Object.keys((await api.post(path, sent)).body.errors).toSorted()).toEqual(
    ["slug", "first_name", "last_name", "email", "phone", "status", "assignee"].toSorted(),
  );
});
