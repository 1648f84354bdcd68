import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { eventsOf, eventsOfContact } from "@/db/testing/events";
import { aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { done, leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { newId } from "@/lib/kit/id";
import { listLeads } from "@/lib/leads/list-leads";

const path = "/v1/leads/create/lead/";
let location: Location;
let rita: Member;
let api: LeadsV1Caller;

beforeAll(async () => {
  location = await aLocation();
  rita = await aMember(location, { role: "rep", name: "Rita Rep" });
  api = await leadsV1Caller(routeTable, location, rita);
});

const anEmail = () => `${newId().toLowerCase()}@example.com`;
const body = (rest: Record<string, string> = {}) => ({
  first_name: "Jane",
  last_name: "Doe",
  email: anEmail(),
  phone: "4155550100",
  location: "Oslo",
  message: "Please call",
  status: "prospect",
  source: "website",
  ...rest,
});
const without = (name: string) => Object.fromEntries(Object.entries(body()).filter(([field]) => field !== name));
const madeWith = async (email: string) =>
  (await listLeads(contextOf(location), { filter: { email }, page: { limit: 2, offset: 0 } })).leads;

test("a form makes a lead of the caller's own, and answers nothing but that", async () => {
  const sent = body({ assignee: rita.username });
  expect(await api.post(path, sent)).toEqual(done);
  const [lead, ...others] = await madeWith(sent.email);
  expect(others).toEqual([]);
  expect(lead).toMatchObject({
    name: "Jane Doe",
    stage: { key: "prospect" },
    source: "website",
    description: "Please call",
    createdBy: { name: "Rita Rep" },
    assigned: [{ name: "Rita Rep" }],
    contact: { firstName: "Jane", lastName: "Doe", email: sent.email, phone: "4155550100", address: "Oslo" },
  });
  if (!lead) throw new Error("The lead is there.");
  expect(await eventsOf(location, lead)).toMatchObject([{ type: "lead.created", actor: "Rita Rep" }]);
  expect(await eventsOfContact(location, lead.contact)).toMatchObject([
    { type: "lead.created" },
    { type: "contact.created", actor: "Rita Rep" },
  ]);
});

test("the same values come as a urlencoded form or as JSON, where numbers count as their digits", async () => {
  const [form, json] = [body(), body()];
  expect(await api.send(path, { body: new URLSearchParams(form) })).toEqual(done);
  expect(await api.send(path, { json: { ...json, phone: 4155550100 } })).toEqual(done);
  for (const { email } of [form, json]) {
    expect(await madeWith(email)).toMatchObject([{ contact: { phone: "4155550100" }, createdBy: { id: rita.id } }]);
  }
});

test("what is not sent, or blank where a blank means nothing, takes the default", async () => {
  const { first_name, last_name, email, phone } = body();
  expect(await api.post(path, { first_name, last_name, email, phone, status: "", source: " " })).toEqual(done);
  expect(await madeWith(email)).toMatchObject([{ stage: { key: "contact" }, source: null, assigned: [] }]);
});

test("texts are trimmed, and counted as people count", async () => {
  const sent = body({ first_name: ` ${"😀".repeat(255)} `, phone: "123456789012345" });
  expect(await api.post(path, sent)).toEqual(done);
  expect(await madeWith(sent.email)).toMatchObject([{ contact: { firstName: "😀".repeat(255) } }]);
});

const required = "This field is required.";
const blank = "This field may not be blank.";
const longest = "Ensure this field has no more than 255 characters.";
const phone = "Phone number must be entered in the format: '999999999'. Up to 15 digits allowed.";

describe("every documented error", () => {
  test.each(["first_name", "last_name", "email", "phone"])("%s is required", async (field) => {
    expect(await api.post(path, without(field))).toEqual(wrong(field, required));
    expect(await api.post(path, body({ [field]: "" }))).toEqual(wrong(field, blank));
    expect(await api.post(path, body({ [field]: "  \t" }))).toEqual(wrong(field, blank));
  });

  test.each([
    ["first_name", "x".repeat(256), longest],
    ["last_name", "😀".repeat(256), longest],
    ["email", `${"x".repeat(244)}@example.com`, longest],
    ["location", "x".repeat(256), longest],
    ["message", "x".repeat(256), longest],
    ["email", "nobody", "Invalid email."],
    ["email", "nobody@", "Invalid email."],
    ["phone", "abc", phone],
    ["phone", "1234567890123456", phone],
    ["phone", "+14155550100", phone],
    ["status", "bogus", "bogus is not a valid choice."],
    ["status", "Prospect", "Prospect is not a valid choice."],
    ["source", "bogus", "bogus is not a valid choice."],
    ["assignee", "", blank],
    ["assignee", "nobody-of-this-name", "Assignee not found."],
  ])("%s of %j", async (field, value, text) => {
    const sent = body({ [field]: value });
    expect(await api.post(path, sent)).toEqual(wrong(field, text));
    expect(await madeWith(sent.email)).toEqual([]);
  });

  test("all fields that are wrong are told at once, those only the database knows among them", async () => {
    const sent = { first_name: "", phone: "x", status: "bogus", source: "bogus", assignee: "nobody", location: "Oslo" };
    expect((await api.post(path, sent)).body.errors).toEqual({
      first_name: [blank],
      last_name: [required],
      email: [required],
      phone: [phone],
      status: ["bogus is not a valid choice."],
      source: ["bogus is not a valid choice."],
      assignee: ["Assignee not found."],
    });
    expect((await api.post(path, body({ status: "bogus", assignee: "nobody" }))).body.errors).toEqual({
      status: ["bogus is not a valid choice."],
      assignee: ["Assignee not found."],
    });
  });
});

describe("what else can come", () => {
  test("a file where a text is expected, a list, null and an object are refused at their field", async () => {
    const file = new File(["Jane"], "name.txt");
    expect(await api.post(path, { ...body(), first_name: file })).toEqual(wrong("first_name", "Not a valid string."));
    for (const [value, text] of [
      [["Jane"], "Not a valid string."],
      [{ first: "Jane" }, "Not a valid string."],
      [true, "Not a valid string."],
      [null, "This field may not be null."],
    ] as const) {
      expect(await api.send(path, { json: { ...body(), first_name: value } })).toEqual(wrong("first_name", text));
    }
  });

  test.each([
    ["no body", {}, { first_name: [required] }],
    [
      "JSON that is no object",
      { json: ["Jane"] },
      { non_field_errors: ["Send the fields as a form, or as a JSON object."] },
    ],
    [
      "a NUL character",
      { json: { ...body(), message: "a\0b" } },
      { message: [expect.stringContaining("can not be stored")] },
    ],
  ])("%s is refused in the envelope", async (_, sent, errors) => {
    const { status, body: refused } = await api.send(path, sent);
    expect({ status, refused }).toMatchObject({ status: 400, refused: { status_code: 400, errors, data: {} } });
  });

  test("a user of another location is nobody here", async () => {
    const elsewhere = await aLocation();
    const theirs = await leadsV1Caller(routeTable, elsewhere, await aMember(elsewhere));
    expect(await theirs.post(path, body({ assignee: rita.username }))).toEqual(
      wrong("assignee", "Assignee not found."),
    );
  });

  test("a rep who sees only their own makes leads as well", async () => {
    const rep = await aMember(location, { role: "rep", visibility: "own" });
    expect(await (await leadsV1Caller(routeTable, location, rep)).post(path, body())).toEqual(done);
  });
});
