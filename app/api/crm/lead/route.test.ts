import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { attributes } from "@/lib/dialects/crm-lead/attributes";
import { newId } from "@/lib/kit/id";
import { getLead } from "@/lib/leads/get-lead";
import { updateLead } from "@/lib/leads/update-lead";

let location: Location;
let rep: Member;
let call: ReturnType<typeof apiCaller>;
let empty: ReturnType<typeof apiCaller>;

beforeAll(async () => {
  location = await aLocation();
  rep = await aMember(location, { role: "rep", username: "nora", email: "nora@example.com" });
  call = apiCaller(routeTable, (await aToken(location)).secret);
  empty = apiCaller(routeTable, (await aToken(await aLocation())).secret);
});

const anAddress = () => `${newId().toLowerCase()}@example.com`;
const defaults = { lead_owner: "__user", status: "Lead", unsubscribed: false, blog_subscriber: false, disabled: false };

type Printed = { id: string; title: string } & Record<string, unknown>;

async function aCrmLead(body: Record<string, unknown> = {}): Promise<Printed> {
  const { status, body: lead } = await call("POST", "/api/crm/lead", { json: body });
  expect(status).toBe(201);
  return lead;
}

/** The lead as the domain knows it. */
const known = ({ id }: Printed) => getLead(contextOf(location), { id: id.slice("lead_".length) });

/** Every attribute, each with a value of its own. */
const everything = () => ({
  ...Object.fromEntries(Object.keys(attributes).map((name) => [name, `${name}_example`])),
  email_id: anAddress(),
  status: "Open",
  unsubscribed: true,
  blog_subscriber: true,
  annual_revenue: 125000.55,
  disabled: true,
});

describe("create", () => {
  test("the sample of the document, which has no body, makes a lead with the defaults", async () => {
    const { status, body } = await call("POST", "/api/crm/lead", { headers: { "content-type": "application/json" } });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...defaults, lead_name: null, email_id: null, annual_revenue: null });
  });

  test("every attribute is stored and printed as it came, in the order of the document", async () => {
    const sent = everything();
    const made = await aCrmLead(sent);
    const { body } = await call("GET", `/api/crm/lead/${made.id}`);
    expect(body).toEqual({ ...sent, id: made.id, created_at: made.created_at, updated_at: made.updated_at });
    expect(body).toEqual(made);
    expect(Object.keys(body)).toEqual(["id", "created_at", "updated_at", ...Object.keys(attributes)]);
    expect(body.id).toMatch(/^lead_[0-9A-Za-z]{20}$/);
    expect(body.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test("any texts, flags and numbers come back exactly", async () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).filter((value) => value.trim() !== "");
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    const ofKind = { text, link: text, owner: text, status: text, flag: fc.boolean(), number };
    const some = fc.record(
      Object.fromEntries(
        Object.entries(attributes).map(([name, kind]) => [name, kind === "email" ? fc.constant(null) : ofKind[kind]]),
      ),
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(some, async (sent) => {
        // Characters that PostgreSQL has no place for are refused, which is another test's matter.
        fc.pre(!JSON.stringify(sent).includes("\\u0000"));
        expect(await aCrmLead(sent)).toMatchObject(sent);
      }),
      { numRuns: 40 },
    );
  });

  test("the name follows its parts, and the parts the name, where only one is given", async () => {
    expect(await aCrmLead({ first_name: "Ada", last_name: "Lovelace" })).toMatchObject({ lead_name: "Ada Lovelace" });
    expect(await aCrmLead({ lead_name: "Ada Lovelace" })).toMatchObject({ first_name: "Ada", last_name: "Lovelace" });
  });

  test.each(["nora", "NORA", "nora@example.com", "Nora@Example.com"])("the owner %s is a member", async (word) => {
    const made = await aCrmLead({ lead_owner: word });
    expect(made.lead_owner).toBe(word);
    const lead = await known(made);
    expect(lead.assigned.map((user) => user.id)).toEqual([rep.id]);
  });

  test("an owner that nobody here is stays a word", async () => {
    const made = await aCrmLead({ lead_owner: "the north team" });
    const lead = await known(made);
    expect([made.lead_owner, lead.assigned]).toEqual(["the north team", []]);
  });

  test("a user's token is the maker of the lead", async () => {
    const { secret } = await aToken(location, { user: rep });
    const made = await apiCaller(routeTable, secret)("POST", "/api/crm/lead", { json: { lead_name: "Grace" } });
    const lead = await known(made.body);
    expect(lead.createdBy?.id).toBe(rep.id);
  });

  test("what conflicts with a known person is kept on a person of its own", async () => {
    const email_id = anAddress();
    const first = await aCrmLead({ email_id, lead_name: "Ada Lovelace", unsubscribed: true, annual_revenue: 1e21 });
    const sent = { email_id, lead_name: "Ada Lovelace", unsubscribed: false };
    expect(await aCrmLead(sent)).toMatchObject(sent);
    expect(await aCrmLead({ email_id, annual_revenue: 5 })).toMatchObject({ annual_revenue: 5 });
    expect((await call("GET", `/api/crm/lead/${first.id}`)).body).toEqual(first);
  });
});

describe("update", () => {
  test("the sample of the document changes what it names and nothing else", async () => {
    const made = await aCrmLead(everything());
    const sent = { lead_name: "lead_name_changed", company_name: "Example Corp" };
    const { status, body } = await call("PATCH", `/api/crm/lead/${made.id}`, { json: sent });
    expect(status).toBe(200);
    expect(body).toEqual({ ...made, ...sent, updated_at: body.updated_at });
  });

  test("each attribute can be changed alone, and cleared", async () => {
    const made = await aCrmLead(everything());
    let expected = made;
    for (const [name, kind] of Object.entries(attributes)) {
      const value = { flag: false, number: 7, email: anAddress() }[kind as string] ?? `new ${name}`;
      const changed = await call("PATCH", `/api/crm/lead/${made.id}`, { json: { [name]: value } });
      expected = { ...expected, [name]: value, updated_at: changed.body.updated_at };
      expect(changed.body).toEqual(expected);
    }
    const nothing = Object.fromEntries(Object.keys(attributes).map((name) => [name, null]));
    const { body } = await call("PATCH", `/api/crm/lead/${made.id}`, { json: nothing });
    // A lead is called something in any case: without a title, by its person.
    expect(body).toEqual({ ...made, ...nothing, ...defaults, title: "new lead_name", updated_at: body.updated_at });
  });

  test("an object may be sent back as it was read", async () => {
    const made = await aCrmLead(everything());
    const { status, body } = await call("PATCH", `/api/crm/lead/${made.id}`, { json: { ...made, city: "Bergen" } });
    expect(status).toBe(200);
    expect(body).toEqual({ ...made, city: "Bergen", updated_at: body.updated_at });
  });

  test.each(["", "  "])("a text with nothing in it clears: %j", async (nothing) => {
    const made = await aCrmLead({ city: "Oslo", status: "Open" });
    const { body } = await call("PATCH", `/api/crm/lead/${made.id}`, { json: { city: nothing, status: nothing } });
    expect(body).toMatchObject({ city: null, status: "Lead" });
  });

  test("the owner and the word for them stay together", async () => {
    const made = await aCrmLead();
    const ownerOf = async () => (await known(made)).assigned[0]?.id;
    await call("PATCH", `/api/crm/lead/${made.id}`, { json: { lead_owner: "nora@example.com" } });
    expect(await ownerOf()).toBe(rep.id);
    await call("PATCH", `/api/crm/lead/${made.id}`, { json: { city: "Oslo" } });
    expect(await ownerOf()).toBe(rep.id);
    await call("PATCH", `/api/crm/lead/${made.id}`, { json: { lead_owner: null } });
    expect(await ownerOf()).toBeUndefined();
    await updateLead(contextOf(location), { lead: { id: made.id.slice(5) }, changes: { owner: { username: "nora" } } });
    expect((await call("GET", `/api/crm/lead/${made.id}`)).body.lead_owner).toBe("nora");
  });
});

describe("list", () => {
  test("newest first, twenty without a limit, with the number of all", async () => {
    const other = await aLocation();
    const list = apiCaller(routeTable, (await aToken(other)).secret);
    for (let number = 1; number <= 23; number++) await aLead(other, { name: `Lead ${number}` });
    const titles = ({ body }: { body: { data: Printed[] } }) => body.data.map(({ title }) => title);
    const first = await list("GET", "/api/crm/lead");
    expect(titles(first)).toEqual(Array.from({ length: 20 }, (_, index) => `Lead ${23 - index}`));
    expect(first.body).toMatchObject({ has_more: true, total: 23 });
    const rest = await list("GET", "/api/crm/lead/?limit=20&offset=20");
    expect(titles(rest)).toEqual(["Lead 3", "Lead 2", "Lead 1"]);
    expect(rest.body).toMatchObject({ has_more: false, total: 23 });
    expect((await list("GET", "/api/crm/lead?limit=23")).body.has_more).toBe(false);
    expect((await list("GET", "/api/crm/lead?offset=1000")).body).toEqual({ data: [], has_more: false, total: 23 });
  });

  test("as many as there may be at once, for who asks for more", async () => {
    const other = await aLocation();
    const list = apiCaller(routeTable, (await aToken(other)).secret);
    for (let number = 1; number <= 101; number++) await aLead(other);
    const { status, body } = await list("GET", "/api/crm/lead?limit=1000&offset=");
    expect([status, body.data.length, body.has_more, body.total]).toEqual([200, 100, true, 101]);
    expect((await list("GET", "/api/crm/lead?limit=")).body.data).toHaveLength(20);
  });

  test("nothing yet", async () => {
    expect((await empty("GET", "/api/crm/lead")).body).toEqual({ data: [], has_more: false, total: 0 });
  });

  test.each(["limit=0", "limit=-1", "limit=1.5", "limit=many", "offset=-1", "offset=1e99", "limit[]=1", "offset=0.5"])(
    "%s is refused",
    async (query) => {
      const { status, body } = await call("GET", `/api/crm/lead?${query}`);
      expect(status).toBe(422);
      expect(body.error.issues[0]).toEqual({
        field: query.split(/[=[]/)[0],
        message: expect.stringMatching(/^Send (a whole number|\d or more)\.$/),
      });
    },
  );
});

test("delete answers the id, and the lead is gone", async () => {
  const { id } = await aCrmLead();
  const deleted = await call("DELETE", `/api/crm/lead/${id}`);
  expect([deleted.status, deleted.body]).toEqual([200, { id, deleted: true }]);
  for (const method of ["GET", "PATCH", "DELETE"]) {
    const again = await call(method, `/api/crm/lead/${id}`, method === "PATCH" ? { json: {} } : {});
    expect([again.status, again.body]).toEqual([
      404,
      { error: { type: "not_found", message: expect.stringMatching(/does not exist|was deleted/) } },
    ]);
  }
});

describe("refusals, in the envelope of the dialect", () => {
  test.each<[string, unknown, string]>([
    ["a number for a text", { lead_name: 5 }, "lead_name"],
    ["a text for a number", { annual_revenue: "5" }, "annual_revenue"],
    ["a word for a flag", { disabled: "yes" }, "disabled"],
    ["no address", { email_id: "not an address" }, "email_id"],
    ["a text that is too long", { lead_name: "x".repeat(10_000) }, "lead_name"],
    ["a character that can not be kept", { city: "NUL\0" }, "city"],
    ["half a character", { city: "\ud800" }, "city"],
  ])("%s", async (_, json, field) => {
    const { status, body } = await call("POST", "/api/crm/lead", { json });
    expect(status).toBe(422);
    expect(body.error).toMatchObject({ type: "invalid_request", message: expect.any(String), issues: [{ field }] });
  });

  test("an attribute that the document does not have is named", async () => {
    const { status, body } = await call("POST", "/api/crm/lead", { json: { leadname: "Ada" } });
    expect(status).toBe(422);
    expect(body.error.message).toContain("leadname");
  });

  test.each<[string, number, Record<string, string>, string]>([
    ["malformed JSON", 400, { "content-type": "application/json" }, "{"],
    ["a list", 422, { "content-type": "application/json" }, "[]"],
    ["a form", 415, { "content-type": "application/x-www-form-urlencoded" }, "lead_name=Ada"],
    ["an unknown charset", 415, { "content-type": "application/json; charset=klingon" }, "{}"],
    ["too much", 413, { "content-type": "application/json" }, JSON.stringify({ city: "x".repeat(2 ** 20) })],
  ])("%s", async (_, expected, headers, body) => {
    const answer = await call("POST", "/api/crm/lead", { headers, body });
    expect(answer.status).toBe(expected);
    expect(answer.body.error).toMatchObject({ type: expect.any(String), message: expect.any(String) });
  });

  test("no key, a wrong key", async () => {
    for (const secret of [null, "lwk_wrong"]) {
      const { status, body } = await apiCaller(routeTable, secret)("GET", "/api/crm/lead");
      expect([status, body.error.type]).toEqual([401, "authentication"]);
    }
  });

  test("a lead of another location, and an id that is none", async () => {
    const { id } = await aCrmLead();
    for (const path of [id, "lead_nothing", id.slice(5)]) {
      expect((await empty("GET", `/api/crm/lead/${path}`)).status).toBe(404);
      expect((await empty("PATCH", `/api/crm/lead/${path}`, { json: { city: "x" } })).status).toBe(404);
      expect((await empty("DELETE", `/api/crm/lead/${path}`)).status).toBe(404);
    }
  });

  test("SQL and HTML are texts like others", async () => {
    const sent = { lead_name: "Robert'); drop table contacts;--", city: "<script>alert(1)</script>" };
    expect(await aCrmLead(sent)).toMatchObject(sent);
  });
});
