import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { campaignMembers, campaigns } from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { change } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { wallTime } from "@/lib/kit/zone";
import { deleteLead } from "@/lib/leads/delete-lead";
import type { Lead } from "@/lib/leads/model";

const path = "/leads/list/";
let location: Location;
let rita: Member;
let sam: Member;
let api: LeadsV1Caller;
let jane: Lead;

beforeAll(async () => {
  location = await aLocation({ timeZone: "Asia/Kathmandu" });
  rita = await aMember(location, { role: "rep", name: "Rita Rep" });
  sam = await aMember(location, { role: "rep", name: "Sam Rep" });
  api = await leadsV1Caller(routeTable, location, rita);
  const contact = { firstName: "Jane", lastName: "O'Doe", email: "Jane@Example.com", phone: "4155550100" };
  jane = await aLead(location, { contact, stage: { key: "prospect" }, source: "website" }, rita);
  await aLead(location, { contact: { firstName: "Bob", lastName: "50%_", email: "bob@example.org" } }, rita);
  await aLead(location, { contact: { firstName: "Cleo" }, owner: { username: rita.username } }, sam);
  await aLead(location, { contact: { firstName: "Dan" } }, sam);
  const gone = await aLead(location, { contact: { firstName: "Gone" } }, rita);
  await deleteLead(contextOf(location), { lead: gone });
});

type Page = { results: { first_name: string }[]; next: string | null };

const namesIn = ({ results }: Page) => results.map((lead) => lead.first_name);
const names = async (query: Record<string, string> = {}, caller = api) =>
  namesIn((await caller.get(path, query)).body.data);

test("prints a lead as the document has it", async () => {
  const { status, body } = await api.get(path, { first_name: "jane" });
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      status_code: 200,
      errors: {},
      data: {
        results: [
          {
            id: jane.number,
            slug: jane.slug,
            first_name: "Jane",
            last_name: "O'Doe",
            name: "Jane O'Doe",
            phone: "4155550100",
            email: "Jane@Example.com",
            added_on: wallTime(jane.createdAt, "Asia/Kathmandu"),
            status: "prospect",
            source: "website",
            owner: "Rita Rep",
          },
        ],
        count: 1,
        previous: null,
        next: null,
      },
    },
  });
});

describe("whose leads", () => {
  test("those the caller made, the newest first; an administrator's are their own as well", async () => {
    expect(await names()).toEqual(["Bob", "Jane"]);
    expect(await names({}, await leadsV1Caller(routeTable, location, await aMember(location)))).toEqual([]);
  });

  test("those assigned to the caller", async () => {
    expect(await names({ list_type: "assigned" })).toEqual(["Cleo"]);
    expect(await names({ list_type: "assigned", owner: rita.username })).toEqual([]);
    expect(await names({ list_type: "" })).toEqual(["Bob", "Jane"]);
  });

  test("those that a colleague made, as far as the caller may read them", async () => {
    expect(await names({ owner: sam.username })).toEqual(["Dan", "Cleo"]);
    expect(await names({ owner: "nobody-of-this-name" })).toEqual([]);
    const rep = await aMember(location, { role: "rep", visibility: "own" });
    await aLead(location, { contact: { firstName: "Eve" }, owner: { username: rep.username } }, sam);
    const restricted = await leadsV1Caller(routeTable, location, rep);
    expect(await names({ owner: sam.username }, restricted)).toEqual(["Eve"]);
    expect(await names({ owner: rita.username }, restricted)).toEqual([]);
  });
});

describe("filters", () => {
  test.each([
    [{ first_name: "AN" }, ["Jane"]],
    [{ last_name: "o'd" }, ["Jane"]],
    [{ last_name: "%" }, ["Bob"]],
    [{ last_name: "_" }, ["Bob"]],
    [{ email: "@EXAMPLE." }, ["Bob", "Jane"]],
    [{ phone: "5550" }, ["Jane"]],
    [{ status: "prospect" }, ["Jane"]],
    [{ status: "no-such-stage" }, []],
    [{ first_name: "Bob", email: "jane" }, []],
    [{ first_name: " " }, ["Bob", "Jane"]],
    [{ campaign_slug: "no-such-campaign" }, []],
  ])("%j", async (query, found) => {
    expect(await names(query)).toEqual(found);
  });

  test("campaign_slug: leads of the campaign that the caller made", async () => {
    await change(contextOf(location), async (transaction) => {
      const campaign = { locationId: location.id, id: newId(), name: "Spring", slug: "spring" };
      const member = { locationId: location.id, id: newId(), campaignId: campaign.id, opportunityId: jane.id };
      await transaction.insert(campaigns).values(campaign);
      await transaction.insert(campaignMembers).values(member);
      return { result: null, events: [{ type: "settings.changed", subject: { type: "campaign", id: campaign.id } }] };
    });
    expect(await names({ campaign_slug: "spring" })).toEqual(["Jane"]);
    expect(await names({ campaign_slug: "spring", owner: sam.username })).toEqual([]);
  });
});

describe("pages", () => {
  test("know their neighbours by absolute addresses that keep the rest of the question", async () => {
    const author = await aMember(location, { role: "rep" });
    const caller = await leadsV1Caller(routeTable, location, author);
    for (const firstName of ["A1", "A2", "A3", "A4", "A5"]) await aLead(location, { contact: { firstName } }, author);
    const first = (await caller.get(path, { first_name: "A", limit: "2" })).body.data;
    expect(first).toMatchObject({
      count: 5,
      previous: null,
      next: "http://leadwright.test/api/v1/leads/list/?first_name=A&limit=2&offset=2",
    });
    const seen: string[] = [];
    for (let next: string | null = first.next; next !== null;) {
      const page: Page = (await caller.get(`${next.slice("http://leadwright.test/api/v1".length)}&`)).body.data;
      seen.push(...namesIn(page));
      ({ next } = page);
    }
    expect(seen).toEqual(["A3", "A2", "A1"]);
    const { previous } = (await caller.get(path, { first_name: "A", limit: "2", offset: "3" })).body.data;
    expect(previous).toBe("http://leadwright.test/api/v1/leads/list/?first_name=A&limit=2&offset=1");
    const past = (await caller.get(path, { offset: "2000000000" })).body.data;
    expect(past).toMatchObject({ results: [], count: 5, next: null, previous: expect.stringContaining("offset=") });
  });

  const integer = "A valid integer is required.";
  test.each([
    [{ limit: "ten" }, wrong("limit", integer)],
    [{ limit: "1.5" }, wrong("limit", integer)],
    [{ limit: "0" }, wrong("limit", "Ensure this value is greater than or equal to 1.")],
    [{ offset: "-1" }, wrong("offset", "Ensure this value is greater than or equal to 0.")],
    [{ offset: "99999999999999999999" }, wrong("offset", "Ensure this value is less than or equal to 2147483647.")],
    [{ list_type: "mine" }, wrong("list_type", "mine is not a valid choice.")],
    [{ first_name: "x".repeat(256) }, wrong("first_name", "Ensure this field has no more than 255 characters.")],
  ])("%j is refused", async (query, refusal) => {
    expect(await api.get(path, query)).toEqual(refusal);
  });

  test("are of 20 leads without a limit, or with a blank one, and of 200 at most", async () => {
    const author = await aMember(location, { role: "rep" });
    const caller = await leadsV1Caller(routeTable, location, author);
    await Promise.all(Array.from({ length: 21 }, () => aLead(location, {}, author)));
    expect((await caller.get(path)).body.data).toMatchObject({ count: 21, results: { length: 20 } });
    expect((await caller.get(path, { limit: "" })).body.data).toMatchObject({ results: { length: 20 } });
    const all = (await caller.get(path, { limit: "100000" })).body.data;
    expect(all).toMatchObject({ results: { length: 21 }, next: null });
  });
});
