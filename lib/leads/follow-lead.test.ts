import { beforeAll, expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { undoEvents } from "@/lib/undo/undo-events";
import { assignLead } from "./assign-lead";
import { assignLeads } from "./assign-leads";
import { followLead } from "./follow-lead";
import { getLead } from "./get-lead";
import { listLeads } from "./list-leads";
import type { Lead } from "./model";
import { queryLeads } from "./query/query-leads";

let location: Location;
let context: Context;
let rita: Member;
let otto: Member;

beforeAll(async () => {
  location = await aLocation();
  context = contextOf(location);
  rita = await aMember(location, { role: "rep", visibility: "own" });
  otto = await aMember(location, { role: "rep" });
});

/** A lead that Rita owns and follows, and that Otto follows. */
async function followedByItsOwner(): Promise<Lead> {
  const { id } = await aLead(location, { owner: { username: rita.username } });
  await followLead(context, { lead: { id }, add: [rita.id, otto.id] });
  return getLead(context, { id });
}

const workingOn = ({ assigned }: Lead) => assigned.map(({ id }) => id);

test("an owner may follow the lead as well, and works on it once", async () => {
  const lead = await followedByItsOwner();
  expect(lead).toMatchObject({ ownerId: rita.id, followerIds: [rita.id, otto.id] });
  expect(workingOn(lead)).toEqual([rita.id, otto.id]);
  const { leads } = await queryLeads(context, {
    query: { filter: { all: [{ field: "id", operator: "anyOf", value: [lead.id] }] }, sorts: [] },
    columns: ["followers", "assigned"],
    limit: 5,
  });
  const both = [expect.objectContaining({ id: rita.id }), expect.objectContaining({ id: otto.id })];
  expect(leads[0]?.cells).toMatchObject({ followers: both, assigned: both });
});

test("who owns and follows a lead has it once in every list of theirs", async () => {
  const lead = await followedByItsOwner();
  for (const reader of [contextOf(location, rita), context]) {
    const mine = await listLeads(reader, { filter: { assignedTo: { id: rita.id } }, page: { limit: 50, offset: 0 } });
    expect(mine.leads.filter(({ id }) => id === lead.id)).toHaveLength(1);
  }
});

test("who follows goes on to when the owner changes, by whichever command, until all are said anew", async () => {
  const lead = await followedByItsOwner();
  await assignLeads(context, { ids: [lead.id], ownerId: otto.id });
  expect(await getLead(context, lead)).toMatchObject({ ownerId: otto.id, followerIds: [rita.id, otto.id] });
  await assignLead(context, { lead, assigned: [otto.number] });
  expect(await getLead(context, lead)).toMatchObject({ ownerId: otto.id, followerIds: [otto.id] });
  await assignLead(context, { lead, assigned: [rita.number] });
  expect(await getLead(context, lead)).toMatchObject({ ownerId: rita.id, followerIds: [] });
});

test.each<[string, (context: Context, lead: Lead) => Promise<unknown>]>([
  ["said anew", (inside, lead) => assignLead(inside, { lead, assigned: [otto.number] })],
  ["taken from the list", (inside, lead) => followLead(inside, { lead, remove: [rita.id] })],
  ["all taken from the list", (inside, lead) => followLead(inside, { lead, removesAll: true })],
])("an owner who follows does so again when undone what was %s", async (_how, changes) => {
  const lead = await followedByItsOwner();
  const written: string[] = [];
  await changes({ ...context, written }, lead);
  expect((await getLead(context, lead)).followerIds).not.toEqual(lead.followerIds);
  await undoEvents(context, { events: written });
  expect(await getLead(context, lead)).toMatchObject({ ownerId: rita.id, followerIds: [rita.id, otto.id] });
});

test("all followers are taken away but for those who are named", async () => {
  const lead = await followedByItsOwner();
  expect(await followLead(context, { lead, removesAll: true, add: [otto.id] })).toEqual({
    followers: [otto.id],
    changed: [rita.id],
  });
});
