import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import { asSystem, read } from "@/lib/data/doors";
import type { Group } from "@/lib/leads/query/model";
import { countSelected } from "@/lib/leads/query/select-leads";
import { createTeam } from "@/lib/members/save-team";
import { getLeadOverview } from "./lead-overview";
import type { ReportScope } from "./model";
import { readForecast } from "./read-forecast";
import { readFunnel } from "./read-funnel";
import { readLeaders } from "./read-leaders";
import { readOverview } from "./read-overview";
import { readStalled } from "./read-stalled";

const now = new Date("2026-11-21T12:00:00Z");

/** Leads of three people, owned, made and followed by each of them or nobody: two are a team. */
async function mixedLeads() {
  const location = await aLocation();
  const { id: teamId } = await createTeam(contextOf(location, await aMember(location)), { name: "North" });
  const own = await aMember(location, { role: "rep", visibility: "own", teamId });
  const team = await aMember(location, { role: "rep", visibility: "team", teamId });
  const others = await aMember(location, { role: "rep" });
  const model = await aLead(location, { valueMinor: 100 });
  const people = JSON.stringify([null, own.id, team.id, others.id]);
  await asSystem("test", async (transaction) => {
    // In each stage and state, made and closed on days all over the last two months.
    await transaction.execute(sql`
      insert into opportunities (location_id, id, slug, contact_id, pipeline_id, stage_id, name, status, value_minor, currency, category_id,
        position, owner_id, created_by_id, source, created_at, stage_changed_at, status_changed_at)
      select o.location_id, left(md5(random()::text), 20), md5(random()::text), o.contact_id, o.pipeline_id, s.id, 'Mixed', state, 100, o.currency,
        o.category_id, o.position, nullif(owner, ''), nullif(maker, ''), case when state = 'lost' then 'web' end,
        ${now.toISOString()}::timestamptz - day * interval '1 day', ${now.toISOString()}::timestamptz - day * interval '1 day',
        ${now.toISOString()}::timestamptz - day * interval '12 hours'
      from opportunities o join stages s on s.location_id = o.location_id and s.position in (0, 2, 4),
        unnest(array['open', 'won', 'lost']) as state,
        lateral (select coalesce(value, '') as owner from jsonb_array_elements_text(${people}::jsonb)) as owners,
        lateral (select coalesce(value, '') as maker from jsonb_array_elements_text(${people}::jsonb)) as makers,
        generate_series(1, 61, 20) as day
      where o.id = ${model.id}`);
    await transaction.execute(sql`
      insert into opportunity_followers (location_id, id, opportunity_id, user_id, position, lead_created_at)
      select location_id, left(md5(random()::text), 20), id, case when hashtext(id) % 2 = 0 then ${own.id} else ${team.id} end, 0, created_at
      from opportunities where location_id = ${location.id} and hashtext(id) % 3 <> 0`);
  });
  return { location, people: { own, team, others } };
}

/** Every number of the reports with the filter of the list that it opens. */
async function numbersOf(context: Context, scope: ReportScope): Promise<{ leads: number; filter: Group | null }[]> {
  const overview = await readOverview(context, scope);
  const stalled = await readStalled(context, scope);
  return [
    overview.created,
    overview.won,
    overview.closed,
    ...overview.stages,
    ...overview.sources,
    ...overview.trend.filter(({ leads }) => leads > 0),
    ...(await readFunnel(context, scope)).steps,
    ...(await readForecast(context, scope)),
    ...(await readLeaders(context, scope)).flatMap(({ won, created }) => [won, created]),
    stalled,
    ...stalled.stages,
  ];
}

test(
  "what somebody may read counts once in reports, as in the lists that they open",
  { timeout: 120_000 },
  async () => {
    const { location, people } = await mixedLeads();
    for (const person of Object.values(people)) {
      const context = contextOf(location, person, now);
      const count = (filter: Group) =>
        read(context, (transaction) => countSelected(transaction, context, { query: { filter } }));
      for (const scope of [
        { range: "30" },
        { range: "all" },
        { range: "30", owner: people.team.id },
        { range: "90", source: "web" },
      ] as const)
        for (const { leads, filter } of await numbersOf(context, scope))
          if (filter) expect({ leads, filter }).toEqual({ leads: (await count(filter)).count, filter });
      const { total } = await getLeadOverview(context, { period: "month" });
      expect(total).toBe((await count({ all: [] })).count);
    }
  },
);
