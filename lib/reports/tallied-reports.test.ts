import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { opportunities } from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import type { LeadStatus } from "@/lib/leads/model";
import { groupLeads } from "@/lib/leads/query/group-leads";
import { groupings } from "@/lib/leads/query/model";
import type { ReportScope } from "./model";
import { readFunnel } from "./read-funnel";
import { readLeaders } from "./read-leaders";
import { readOverview } from "./read-overview";

// Whoever sees all reads tallies, which tell fewer things apart once they are folded; whoever sees only
// their own has their leads looked through. Where everything is theirs, both must read the same.

const now = new Date("2026-11-21T12:00:00Z");
const stages = ["contact", "prospect", "customer", "closed"];
const sources = ["web", "fair", null];
const statuses: LeadStatus[] = ["open", "won", "lost"];

test("reports say the same of tallies, folded or not, as of leads", { timeout: 60_000 }, async () => {
  const location = await aLocation();
  const all = contextOf(location, await aMember(location), now);
  const maker = await aMember(location, { role: "rep", visibility: "own" });
  const own = contextOf(location, maker, now);
  const make = async (count: number) => {
    const lead = await aLead(
      location,
      { stage: { key: stages[count % 4] ?? "" }, source: sources[count % 3], valueMinor: count * 100 },
      maker,
    );
    const moment = new Date(now.getTime() - count * 5 * 86_400_000);
    await asSystem("test", (transaction) =>
      transaction
        .update(opportunities)
        .set({
          createdAt: moment,
          stageChangedAt: moment,
          statusChangedAt: moment,
          status: statuses[Math.floor(count / 2) % 3],
        })
        .where(eq(opportunities.id, lead.id)),
    );
  };
  const fold = () =>
    asSystem("test", (transaction) =>
      transaction.execute(sql`select fold_lead_tallies(${location.id}), fold_standing_tallies(${location.id})`),
    );
  const pipelineId = (await readOverview(all, { range: "all" })).stages[0]?.pipeline.id;
  const scopes = (["30", "365", "all"] as const).flatMap((range): ReportScope[] => [
    { range },
    { range, pipelineId },
    { range, source: "web" },
    { range, pipelineId, source: "fair" },
    { range, owner: maker.id },
  ]);
  const agree = async () => {
    for (const scope of scopes) expect(await reportsOf(all, scope)).toEqual(await reportsOf(own, scope));
    for (const filter of filters) expect(await groupsOf(all, filter)).toEqual(await groupsOf(own, filter));
  };
  for (let count = 0; count < 12; count++) await make(count);
  await agree();
  await fold();
  await agree();
  for (let count = 12; count < 16; count++) await make(count);
  await agree();
});

async function reportsOf(context: Context, scope: ReportScope) {
  const { choices: _, sources: bySource, ...overview } = await readOverview(context, scope);
  return {
    overview,
    sources: bySource.toSorted((one, other) => (one.source ?? "").localeCompare(other.source ?? "")),
    funnel: await readFunnel(context, scope),
    leaders: await readLeaders(context, scope),
  };
}

const made = { field: "createdAt", operator: "inLastDays", value: 40 };
const filters = [
  { all: [made] },
  { all: [made, { field: "source", operator: "is", value: "web" }] },
  { all: [made, { field: "status", operator: "is", value: "won" }] },
];

const groupsOf = (context: Context, filter: object) =>
  Promise.all(groupings.map((by) => groupLeads(context, { query: { filter }, by })));
