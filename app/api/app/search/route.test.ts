import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { SearchAnswer } from "@/lib/dialects/native/search";
import { deleteLead } from "@/lib/leads/delete-lead";
import type { Lead } from "@/lib/leads/model";
import { createTeam } from "@/lib/members/save-team";

type Call = ReturnType<typeof apiCaller>;

let location: Location;
let admin: Call;
let own: Call;
let team: Call;
let stranger: Call;
let roof: Lead;

beforeAll(async () => {
  location = await aLocation();
  const { id: teamId } = await createTeam(contextOf(location), { name: "North" });
  const rita = await aMember(location, { role: "rep", visibility: "own", teamId });
  const tom = await aMember(location, { role: "rep", visibility: "team", teamId });
  const key = async (where: Location, user?: { id: string }) =>
    apiCaller(routeTable, (await aToken(where, { user })).secret);
  admin = await key(location);
  own = await key(location, rita);
  team = await key(location, tom);
  stranger = await key(await aLocation());
  roof = await aLead(location, {
    name: "Roof for Byron",
    contact: {
      firstName: "Ada",
      lastName: "Byron",
      companyName: "Analytical Engines",
      email: "ada@roof.example",
      phone: "+1 415 555 2671",
    },
  });
  await aLead(location, {
    name: "Barn of Byron",
    owner: { username: rita.username },
    contact: { firstName: "Eve", phone: "4155552672" },
  });
  const nobody = { firstName: "Wanda", email: "wanda@example.com" };
  await aLead(location, { name: "Byron's shed", owner: { username: tom.username }, contact: nobody });
  const gone = await aLead(location, { name: "Byron, deleted", contact: nobody });
  await deleteLead(contextOf(location), { lead: gone });
});

const find = async (call: Call, words: string, limit?: number): Promise<string[]> => {
  const asked = new URLSearchParams({ words, ...(limit && { limit: String(limit) }) });
  const { status, body } = await call("GET", `/api/app/search?${asked}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return SearchAnswer.parse(body).leads.map(({ name }) => name);
};

test.each([
  ["the name", "roof"],
  ["the contact", "ADA"],
  ["the company", "analytical"],
  ["the email address", "ada@roof"],
  ["several words, in any order", "engines ada"],
  ["digits of the phone number", "5552671"],
  ["the phone number as it is said at home", "(415) 555-2671"],
])("200: a lead by %s", async (_, words) => {
  expect(await find(admin, words)).toEqual(["Roof for Byron"]);
});

test("200: a lead by its number, before those whose phone numbers have the digits", async () => {
  expect(await find(admin, `#${roof.number}`)).toEqual(["Roof for Byron"]);
  expect((await find(admin, String(roof.number)))[0]).toBe("Roof for Byron");
  expect(await find(admin, "415555")).toEqual(["Barn of Byron", "Roof for Byron"]);
});

test("200: what begins with the words comes first, and nothing deleted", async () => {
  expect(await find(admin, "byron")).toEqual(["Byron's shed", "Barn of Byron", "Roof for Byron"]);
  expect(await find(admin, "byron", 1)).toEqual(["Byron's shed"]);
});

test("200: everybody finds what they may read, by whatever it is looked for", async () => {
  expect(await find(own, "byron")).toEqual(["Barn of Byron"]);
  expect(await find(own, "415555")).toEqual(["Barn of Byron"]);
  expect(await find(own, `#${roof.number}`)).toEqual([]);
  expect(await find(team, "byron")).toEqual(["Byron's shed", "Barn of Byron"]);
  expect(await find(team, "415555")).toEqual(["Barn of Byron"]);
  expect(await find(team, `#${roof.number}`)).toEqual([]);
  expect(await find(stranger, "byron")).toEqual([]);
  expect(await find(stranger, `#${roof.number}`)).toEqual([]);
});

test("200: signs that mean something elsewhere find nothing, and break nothing", async () => {
  for (const words of ["%", "_", "\\", '"', "#", "##", "+", "()", "999999999999999", "*:*"]) {
    expect(await find(admin, words), words).toEqual([]);
  }
});

test("422: no words, and too many records", async () => {
  expect((await admin("GET", "/api/app/search?words=%20")).status).toBe(422);
  expect((await admin("GET", "/api/app/search?words=a&limit=21")).status).toBe(422);
});

test("401: nobody", async () => {
  expect((await apiCaller(routeTable, null)("GET", "/api/app/search?words=byron")).status).toBe(401);
});
