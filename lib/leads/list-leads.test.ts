import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import {
  campaignMembers,
  campaigns,
  leadCategories,
  opportunities,
  opportunityFollowers,
} from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { type Context, type Location, visibilityOf } from "@/lib/access/context";
import { asSystem, change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { assignLead } from "./assign-lead";
import { deleteLead } from "./delete-lead";
import { estimateLeads } from "./internal/count-leads";
import { questionOf } from "./internal/lead-question";
import { bindReader } from "./internal/readable";
import { listLeads } from "./list-leads";
import type { Lead, LeadFilter, LeadOrder } from "./model";

let location: Location;
let context: Context;
let maker: Member;
let owner: Member;
let restricted: Member;
let ada: Lead;
let edsger: Lead;
let vip: number;

beforeAll(async () => {
  location = await aLocation({ country: "US" });
  context = contextOf(location);
  maker = await aMember(location, { role: "rep", username: "Maker" });
  owner = await aMember(location, { role: "rep" });
  restricted = await aMember(location, { role: "rep", visibility: "own" });
  vip = await aCategory("VIP");
  ada = await aLead(
    location,
    {
      name: "Analytical engine",
      valueMinor: 300,
      stage: { key: "potential" },
      source: "website",
      lastContactedOn: "2026-01-01",
      contact: { firstName: "Ada", lastName: "Lovelace", email: "ada@engines.example", companyName: "50%_off Ltd" },
    },
    maker,
  );
  await aLead(location, {
    name: "Compiler",
    category: { number: vip },
    source: "website",
    owner: { username: owner.username },
    contact: { firstName: "Grace", lastName: "Hopper", phone: "+1 212 555 0187" },
  });
  edsger = await aLead(location, {
    name: "analytical path",
    valueMinor: 200,
    archived: true,
    lastContactedOn: "2026-02-01",
    contact: { name: "Edsger Dijkstra", email: "edsger@paths.example" },
  });
  await assignLead(context, { lead: { id: edsger.id }, assigned: [maker.number, restricted.number] });
  await inCampaign(ada, "spring");
  const gone = await aLead(location, { name: "Analytical, deleted", source: "website" }, maker);
  await deleteLead(context, { lead: { id: gone.id } });
  await aLead(await aLocation(), { name: "Analytical, of others", source: "website" });
});

const changed = {
  result: null,
  events: [{ type: "settings.changed", subject: { type: "location", id: "" } }],
} as const;

async function aCategory(name: string): Promise<number> {
  return change(context, async (transaction) => {
    const row = { locationId: location.id, id: newId(), name };
    const [made] = await transaction.insert(leadCategories).values(row).returning({ number: leadCategories.number });
    return { result: made?.number ?? 0, events: [...changed.events] };
  });
}

const inCampaign = (lead: Lead, slug: string) =>
  change(context, async (transaction) => {
    const campaign = { locationId: location.id, id: newId() };
    await transaction.insert(campaigns).values({ ...campaign, name: slug, slug });
    await transaction
      .insert(campaignMembers)
      .values({ locationId: location.id, id: newId(), campaignId: campaign.id, opportunityId: lead.id });
    return { ...changed, events: [...changed.events] };
  });

const page = { limit: 10, offset: 0 };

/** Who is listed, by first name, and whether the total says so too. */
async function listed(filter: LeadFilter, order?: LeadOrder, as: Context = context): Promise<(string | null)[]> {
  const { leads, total } = await listLeads(as, { filter, order, page });
  expect(total).toBe(leads.length);
  return leads.map(({ contact }) => contact.firstName);
}

describe("filters", () => {
  test("without one all are listed, the newest first", async () => {
    expect(await listed({})).toEqual(["Edsger", "Grace", "Ada"]);
  });

  test.each<[LeadFilter, string[]]>([
    [{ stage: { key: "potential" } }, ["Ada"]],
    [{ stage: { key: "nowhere" } }, []],
    [{ source: "website" }, ["Grace", "Ada"]],
    [{ source: "WEBSITE" }, []],
    [{ archived: true }, ["Edsger"]],
    [{ archived: false }, ["Grace", "Ada"]],
    [{ createdBy: { username: "maker" } }, ["Ada"]],
    [{ createdBy: { username: "nobody" } }, []],
    [{ search: "ANALYTICAL" }, ["Edsger", "Ada"]],
    [{ search: "lytical eng" }, ["Ada"]],
    [{ search: "lovelace" }, ["Ada"]],
    [{ search: "engines.example" }, ["Ada"]],
    [{ search: "50%_off" }, ["Ada"]],
    [{ search: "50%" }, ["Ada"]],
    [{ search: "%" }, ["Ada"]],
    [{ search: "_" }, ["Ada"]],
    [{ search: "\\" }, []],
    [{ firstName: "gRA" }, ["Grace"]],
    [{ firstName: "Hopper" }, []],
    [{ lastName: "opp" }, ["Grace"]],
    [{ email: "PATHS" }, ["Edsger"]],
    [{ phone: "555 01" }, ["Grace"]],
    [{ phone: "+12125550187" }, ["Grace"]],
    [{ phone: "(212) 555-0187" }, ["Grace"]],
    [{ phone: "87" }, ["Grace"]],
    [{ phone: "212555018" }, ["Grace"]],
    [{ phone: "2125550188" }, []],
    [{ phone: "%" }, []],
    [{ campaignSlug: "spring" }, ["Ada"]],
    [{ campaignSlug: "autumn" }, []],
    [{ source: "website", stage: { key: "contact" } }, ["Grace"]],
    [{ archived: true, search: "analytical", createdBy: { username: "maker" } }, []],
  ])("%j", async (filter, expected) => {
    expect(await listed(filter)).toEqual(expected);
  });

  test("by number and by id", async () => {
    expect(await listed({ stage: { number: ada.stage.number } })).toEqual(["Ada"]);
    expect(await listed({ category: { number: vip } })).toEqual(["Grace"]);
    expect(await listed({ createdBy: { id: maker.id } })).toEqual(["Ada"]);
  });

  test("assigned to an owner or a follower", async () => {
    expect(await listed({ assignedTo: { id: owner.id } })).toEqual(["Grace"]);
    expect(await listed({ assignedTo: { number: maker.number } })).toEqual(["Edsger"]);
    expect(await listed({ assignedTo: { id: restricted.id } })).toEqual(["Edsger"]);
    expect(await listed({ assignedTo: { number: restricted.number } })).toEqual(["Edsger"]);
  });
});

describe("orders", () => {
  test.each<[LeadOrder, string[]]>([
    [{ by: "createdAt", direction: "asc" }, ["Ada", "Grace", "Edsger"]],
    [{ by: "name", direction: "desc" }, ["Grace", "Edsger", "Ada"]],
    [{ by: "value", direction: "asc" }, ["Edsger", "Ada", "Grace"]],
    [{ by: "value", direction: "desc" }, ["Ada", "Edsger", "Grace"]],
    [{ by: "lastContactedOn", direction: "asc" }, ["Ada", "Edsger", "Grace"]],
    [{ by: "lastContactedOn", direction: "desc" }, ["Edsger", "Ada", "Grace"]],
  ])("%j: empty values come last", async (order, expected) => {
    expect(await listed({}, order)).toEqual(expected);
  });

  test("pages never show a lead twice, though all sort alike", async () => {
    const many = await aLocation();
    const made = [];
    for (let count = 0; count < 7; count++) made.push((await aLead(many, { name: "Same", valueMinor: 5 })).id);
    for (const by of ["name", "value", "lastContactedOn"] as const) {
      const seen: string[] = [];
      for (let offset = 0; offset < 7; offset += 2) {
        const order = { by, direction: "asc" } as const;
        const { leads, total } = await listLeads(contextOf(many), { order, page: { limit: 2, offset } });
        expect(total).toBe(7);
        seen.push(...leads.map(({ id }) => id));
      }
      expect(seen).toEqual(made);
    }
  });
});

describe("who sees only their own", () => {
  test("sees what they made, own or follow, in lists and in totals", async () => {
    const own = contextOf(location, restricted);
    expect(await listed({}, undefined, own)).toEqual(["Edsger"]);
    expect(await listed({ archived: false }, undefined, own)).toEqual([]);
    const made = await aLead(location, { contact: { firstName: "Own" } }, restricted);
    expect(await listed({}, undefined, own)).toEqual(["Own", "Edsger"]);
    await deleteLead(own, { lead: { id: made.id } });
    await expect(deleteLead(own, { lead: { id: ada.id } })).rejects.toMatchObject({ code: "not_found" });
    expect(await listed({}, undefined, own)).toEqual(["Edsger"]);
  });
});

test("the index finds leads of the caller's location alone, whether it has most of all leads or few", async () => {
  const [few, most] = [await aLocation(), await aLocation()];
  await aLead(few, { name: "Kestrel Court" });
  await Promise.all(Array.from({ length: 100 }, (_, number) => aLead(most, { name: `Kestrel Court ${number}` })));
  await asSystem("test", (transaction) => transaction.execute(sql`select refresh_lead_statistics()`));
  const found = (location: Location) =>
    read(contextOf(location), async (transaction) => {
      const { rows } = await transaction.execute<{ leads: number }>(
        sql`select count(*)::int as leads from find_leads('%trel co%', null)`,
      );
      return rows[0]?.leads;
    });
  expect(await found(few)).toBe(1);
  expect(await found(most)).toBe(100);
});

test("how many leads a team has is estimated from those that each of it owns, made or follows", async () => {
  const member = await aMember(location, { role: "rep", visibility: "team" });
  const asking = contextOf(location, member);
  const count = { filter: {}, question: questionOf({}), visibility: visibilityOf(asking), values: bindReader(asking) };
  // Never below what would have been counted.
  expect(await read(asking, (transaction) => estimateLeads(transaction, count))).toBe(10_001);
});

test("followers know when their lead was made, also when that is said otherwise later", async () => {
  const lead = await aLead(location, { owner: { username: maker.username } });
  await assignLead(context, { lead: { id: lead.id }, assigned: [maker.number, owner.number] });
  const orders = () =>
    read(context, (transaction) =>
      transaction
        .select({ madeAt: opportunityFollowers.leadCreatedAt })
        .from(opportunityFollowers)
        .where(eq(opportunityFollowers.opportunityId, lead.id)),
    );
  expect(await orders()).toEqual([{ madeAt: lead.createdAt }]);
  const madeAt = new Date("2020-02-02T02:02:02Z");
  await asSystem("test", (transaction) =>
    transaction.update(opportunities).set({ createdAt: madeAt }).where(eq(opportunities.id, lead.id)),
  );
  expect(await orders()).toEqual([{ madeAt }]);
});
