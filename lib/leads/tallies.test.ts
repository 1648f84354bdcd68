import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { leadCategories, leadTallies, opportunities, standingTallies } from "@/db/schema/opportunities";
import { aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { startingStages } from "@/lib/locations/defaults";
import { createLead } from "./create-lead";
import { deleteLead } from "./delete-lead";
import { listLeads } from "./list-leads";
import type { LeadChanges, LeadFilter, LeadStatus } from "./model";
import { moveLeads } from "./move-leads";
import { updateLead } from "./update-lead";

// The tallies answer every total and the overview: they must say what counting would.

let categories: number[];
let owners: string[];

const changes = fc.record<LeadChanges>(
  {
    stage: fc.constantFrom(...startingStages.map(({ key }) => ({ key }))),
    category: fc.nat({ max: 1 }).map((place) => ({ number: place })),
    owner: fc.constantFrom("0", "1").map((id) => ({ id })),
    source: fc.constantFrom("website", "fair", null),
    archived: fc.boolean(),
    valueMinor: fc.option(fc.integer({ min: -1000, max: 10_000 })),
    description: fc.constantFrom("one", "two"),
  },
  { requiredKeys: [] },
);

const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant("create" as const), changes }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant("update" as const), changes, which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("close" as const),
      status: fc.constantFrom<LeadStatus>("open", "won", "lost", "abandoned"),
      days: fc.nat({ max: 2 }),
      which: fc.nat(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("delete" as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("fold" as const) }) },
);

type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

async function aLocationWithCategories(): Promise<Location> {
  const location = await aLocation({ timeZone: "Pacific/Auckland" });
  owners = (await Promise.all([aMember(location), aMember(location)])).map(({ id }) => id);
  const rows = ["A", "B"].map((name) => ({ locationId: location.id, id: newId(), name }));
  await change(contextOf(location), async (transaction) => {
    const made = await transaction.insert(leadCategories).values(rows).returning({ number: leadCategories.number });
    categories = made.map(({ number }) => number);
    return { result: null, events: [{ type: "settings.changed", subject: { type: "location", id: location.id } }] };
  });
  return location;
}

/** Category and owner 0 or 1 of the generated changes as what the location calls them. */
const placed = ({ category, owner, ...rest }: LeadChanges): LeadChanges => ({
  ...rest,
  ...(owner && "id" in owner && { owner: { id: owners[Number(owner.id)] ?? "" } }),
  ...(category && { category: { number: categories[category.number] ?? 0 } }),
});

async function obey(context: Context, ids: string[], order: Command): Promise<void> {
  if (order.type === "create") ids.push((await createLead(context, placed(order.changes))).id);
  else if (order.type === "fold") await fold(context);
  else {
    const place = order.which % ids.length;
    const id = ids[place];
    if (id === undefined) return;
    if (order.type === "update") await updateLead(context, { lead: { id }, changes: placed(order.changes) });
    else if (order.type === "close") {
      const then = new Date(context.now.getTime() + order.days * 86_400_000);
      await moveLeads({ ...context, now: then }, { leads: [{ id }], status: order.status });
    } else {
      await deleteLead(context, { lead: { id } });
      ids.splice(place, 1);
    }
  }
}

const fold = (context: Context) =>
  change(context, async (transaction) => {
    await transaction.execute(
      sql`select fold_lead_tallies(${context.location.id}), fold_standing_tallies(${context.location.id})`,
    );
    return {
      result: null,
      events: [{ type: "settings.changed", subject: { type: "location", id: context.location.id } }],
    };
  });

const { stageId, status, categoryId, source, currency } = opportunities;
type Part = SQL | AnyColumn;

/**
 * Leads and value by every group, counted from the leads themselves and from the tallies: over all
 * days, and per day without category and archive, by stage and source, by stage alone and by source alone.
 */
const bothCounts = (context: Context) =>
  read(context, async (transaction) => {
    const day = sql`(created_at at time zone ${context.location.timeZone})::date`;
    const nothing = sql`null::varchar`;
    const groups = (by: string, [stage, state, from]: Part[], [createdOn, category, archived]: SQL[]) => sql`
      select ${by} as by, ${createdOn}::text as day, ${stage} as stage_id, ${state} as status, ${category} as category_id, ${from} as source,
        ${archived} as archived, ${currency}, count(*)::int as leads, coalesce(sum(value_minor), 0)::int as value
      from ${opportunities} where deleted_at is null group by 1, 2, 3, 4, 5, 6, 7, 8`;
    const ofDay = [day, nothing, sql`null::boolean`];
    const counts = [
      groups("both", [stageId, status, source], [sql`null`, sql`${categoryId}`, sql`archived_at is not null`]),
      groups("both", [stageId, status, source], ofDay),
      groups("stage", [stageId, status, nothing], ofDay),
      groups("source", [nothing, nothing, source], ofDay),
    ];
    const order = sql`order by 1, 2, 3, 4, 5, 6, 7, 8`;
    const counted = await transaction.execute(sql`${sql.join(counts, sql` union all `)} ${order}`);
    const tallied = await transaction.execute(sql`
      select by, created_on::text as day, case when by <> 'source' then stage_id end as stage_id, case when by <> 'source' then status end as status,
        category_id, case when by <> 'stage' then source end as source, archived, currency, sum(leads)::int as leads, sum(value_minor)::int as value
      from ${leadTallies}, (values ('both'), ('stage'), ('source')) as each (by)
      where tells_apart in ('all', by) and (by = 'both' or created_on is not null)
      group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(leads) <> 0 or sum(value_minor) <> 0 ${order}`);
    return { counted: counted.rows, tallied: tallied.rows };
  });

/** Leads and value by how they stand, counted from the leads themselves and from the tallies: by source, by owner, and by neither. */
const bothStandings = (context: Context) =>
  read(context, async (transaction) => {
    const day = sql`(case when status = 'open' then stage_changed_at else status_changed_at end at time zone ${context.location.timeZone})::date`;
    const counted = await transaction.execute(sql`
      select 'owner' as by, ${day}::text as day, stage_id, status, owner_id as apart, count(*)::int as leads, coalesce(sum(value_minor), 0)::int as value
      from ${opportunities} where deleted_at is null group by 1, 2, 3, 4, 5
      union all
      select 'source', ${day}::text, stage_id, status, source, count(*)::int, coalesce(sum(value_minor), 0)::int
      from ${opportunities} where deleted_at is null group by 1, 2, 3, 4, 5
      union all
      select 'neither', ${day}::text, stage_id, status, null, count(*)::int, coalesce(sum(value_minor), 0)::int
      from ${opportunities} where deleted_at is null group by 1, 2, 3, 4, 5
      order by 1, 2, 3, 4, 5`);
    const tallied = await transaction.execute(sql`
      select by, since_on::text as day, stage_id, status, case by when 'owner' then owner_id when 'source' then source end as apart,
        sum(leads)::int as leads, sum(value_minor)::int as value
      from ${standingTallies}, (values ('owner'), ('source'), ('neither')) as each (by) where tells_apart in ('both', by)
      group by 1, 2, 3, 4, 5 having sum(leads) <> 0 or sum(value_minor) <> 0 order by 1, 2, 3, 4, 5`);
    return { counted: counted.rows, tallied: tallied.rows };
  });

test("after any commands the tallies say what counting says", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 25 }), async (commands) => {
      const location = await aLocationWithCategories();
      const context = contextOf(location);
      const ids: string[] = [];
      for (const order of commands) await obey(context, ids, order);
      const { counted, tallied } = await bothCounts(context);
      expect(tallied).toEqual(counted);
      const standings = await bothStandings(context);
      expect(standings.tallied).toEqual(standings.counted);
      const filters: LeadFilter[] = [
        {},
        { archived: true },
        { source: "fair" },
        { stage: { key: "prospect" }, archived: false },
        { category: { number: categories[0] ?? 0 }, source: "website" },
      ];
      for (const filter of filters) {
        const { leads, total } = await listLeads(context, { filter, page: { limit: 100, offset: 0 } });
        expect(total).toBe(leads.length);
      }
    }),
    { numRuns: 20 },
  );
});

test("folding leaves one row per group, and those that came to nothing go", async () => {
  const location = await aLocationWithCategories();
  const context = contextOf(location);
  const lead = await createLead(context, { source: "fair" });
  await createLead(context, { source: "website" });
  await createLead(context, { source: "website" });
  await deleteLead(context, { lead: { id: lead.id } });
  await fold(context);
  const rows = await read(context, (transaction) =>
    transaction
      .select({ leads: leadTallies.leads, source: leadTallies.source, tellsApart: leadTallies.tellsApart })
      .from(leadTallies)
      .orderBy(leadTallies.tellsApart),
  );
  expect(rows).toEqual([
    { leads: 2, source: "website", tellsApart: "both" },
    { leads: 2, source: "website", tellsApart: "both" },
    { leads: 2, source: "website", tellsApart: "source" },
    { leads: 2, source: null, tellsApart: "stage" },
  ]);
  const standings = await read(context, (transaction) =>
    transaction
      .select({ leads: standingTallies.leads, source: standingTallies.source, tellsApart: standingTallies.tellsApart })
      .from(standingTallies)
      .orderBy(standingTallies.tellsApart),
  );
  expect(standings).toEqual([
    { leads: 2, source: null, tellsApart: "neither" },
    { leads: 2, source: null, tellsApart: "owner" },
    { leads: 2, source: "website", tellsApart: "source" },
  ]);
});

test("rows of another location are folded by nobody else", async () => {
  const [mine, theirs] = [await aLocationWithCategories(), await aLocationWithCategories()];
  await createLead(contextOf(theirs), {});
  await createLead(contextOf(theirs), {});
  await change(contextOf(mine), async (transaction) => {
    const folded = await transaction.execute<{ gone: number }>(sql`select fold_lead_tallies(${theirs.id}) as gone`);
    expect(folded.rows).toEqual([{ gone: 0 }]);
    return { result: null, events: [{ type: "settings.changed", subject: { type: "location", id: mine.id } }] };
  });
});
