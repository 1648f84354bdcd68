import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { opportunities } from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import { browseLeads } from "./browse-leads";
import { deleteLead } from "./delete-lead";
import type { BrowseFilter, CreateLead } from "./model";

let location: Location;
let context: Context;

beforeAll(async () => {
  location = await aLocation();
  context = contextOf(location);
});

async function made(at: string, given: CreateLead) {
  const lead = await aLead(location, given);
  await asSystem("test", (transaction) =>
    transaction
      .update(opportunities)
      .set({ createdAt: new Date(at) })
      .where(eq(opportunities.id, lead.id)),
  );
  return lead;
}

const names = async (filter: BrowseFilter, limit = 50) =>
  (await browseLeads(context, { filter, limit })).leads.map(({ name }) => name);

test("pages follow each other without a gap or a repeat, also where leads were made in one moment", async () => {
  const moment = "2026-03-01T10:00:00Z";
  for (const name of ["a", "b", "c", "d", "e"]) await made(moment, { name: `page ${name}` });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await browseLeads(context, { filter: { search: "page" }, limit: 2, after });
    expect(page.total).toBe(after === undefined ? 5 : null);
    seen.push(...page.leads.map(({ name }) => name));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual(["page e", "page d", "page c", "page b", "page a"]);
});

test("every word has to be found, in the name, the contact, the company or the email; wildcards are plain text", async () => {
  await made("2026-03-02T10:00:00Z", {
    name: "Roof 100% green",
    contact: { firstName: "Zoë", lastName: "Quill", email: "zoe@quill.example", companyName: "Quill_works" },
  });
  expect(await names({ search: "ROOF quill" })).toEqual(["Roof 100% green"]);
  expect(await names({ search: "zoe@quill" })).toEqual(["Roof 100% green"]);
  expect(await names({ search: "100% quill_works" })).toEqual(["Roof 100% green"]);
  expect(await names({ search: "roof nobody" })).toEqual([]);
  expect(await names({ search: "%%%" })).toEqual([]);
});

test("status, source and days narrow the list; days are the location's", async () => {
  await made("2026-04-30T21:59:00Z", { name: "april", source: "fair", stage: { key: "prospect" } });
  await made("2026-04-30T22:00:00Z", { name: "may", source: "fair" });
  await made("2026-05-31T21:59:00Z", { name: "may too", source: null });
  await made("2026-05-31T22:00:00Z", { name: "june", source: "fair" });
  expect(await names({ from: "2026-05-01", to: "2026-05-31" })).toEqual(["may too", "may"]);
  expect(await names({ from: "2026-05-01", to: "2026-05-31", source: null })).toEqual(["may too"]);
  expect(await names({ source: "fair" })).toEqual(["june", "may", "april"]);
  const [prospect] = (await browseLeads(context, { filter: { search: "april" }, limit: 1 })).leads;
  expect(await names({ stageId: prospect?.stage.id, source: "fair" })).toEqual(["april"]);
});

test("deleted leads, leads of others and of other locations are not shown", async () => {
  const rep = await aMember(location, { role: "rep", visibility: "own", username: "browse-own" });
  await aLead(await aLocation(), { name: "hidden foreign" });
  const gone = await aLead(location, { name: "hidden deleted" });
  await deleteLead(context, { lead: { id: gone.id } });
  await aLead(location, { name: "hidden others" });
  await aLead(location, { name: "hidden mine", owner: { username: "browse-own" } });
  expect(await names({ search: "hidden" })).toEqual(["hidden mine", "hidden others"]);
  const mine = await browseLeads(contextOf(location, rep), { filter: { search: "hidden" }, limit: 10 });
  expect(mine).toMatchObject({ leads: [{ name: "hidden mine", ownerName: "Robin Rep" }], total: 1, next: null });
});
