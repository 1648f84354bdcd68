import { type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { connect } from "@/db/connect";
import { testDatabase } from "@/db/testing/database";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Visibility } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { phoneDigits } from "@/lib/kit/phone";
import { createTeam } from "@/lib/members/save-team";
import { questionOf } from "./internal/lead-question";
import { ordering } from "./internal/lead-rows";
import { bindReader } from "./internal/readable";
import { seekPage } from "./internal/seek-page";
import { listLeads } from "./list-leads";
import type { LeadFilter, LeadOrder } from "./model";

// Lists put their rows together from indexes, branches and look-ups: they must answer what one plain query would.

/** More than a list looks through before it asks an index. */
const howMany = 2600;
const words = ["Roof", "roofing", "Solar 50%", "_barn", "Éclair", "x\\y", "ab"];
const parts = [...words, "oo", "f", "%", "_", "\\", "lair", "1", "77", "777", "nobody", "lead 25", "ROOF 1"];

let admin: Context;
/** Who sees their own leads, who sees those of two, and who sees all. */
let readers: Record<Visibility, Context>;
let members: Member[];
let categories: number[];

beforeAll(async () => {
  const location = await aLocation();
  admin = contextOf(location);
  const { id: teamId } = await createTeam(admin, { name: "North" });
  const restricted = await aMember(location, { role: "rep", visibility: "own", teamId });
  const colleague = await aMember(location, { role: "rep", visibility: "team", teamId });
  members = [restricted, colleague, await aMember(location)];
  readers = { own: contextOf(location, restricted), team: contextOf(location, colleague), all: admin };
  const model = await aLead(location);
  categories = [model.category.number, -1];
  await change(admin, async (transaction) => {
    for (const statement of manyLeads(location.id, model.id)) await transaction.execute(statement);
    return { result: null, events: [{ type: "settings.changed", subject: { type: "location", id: location.id } }] };
  });
  await analyze();
});

/** What the server does by itself once a table has changed much. */
async function analyze(): Promise<void> {
  const client = await connect(await testDatabase(), "test");
  await client.query("analyze");
  await client.end();
}

/** Leads made after a model, with many equal, empty and shared values, so that orders have to break ties. */
function manyLeads(locationId: string, modelId: string): SQL[] {
  const numbers = sql`generate_series(1, ${howMany}::int) n`;
  const users = sql`(array[${sql.join(
    members.map(({ id }) => sql`${id}::varchar`),
    sql`, `,
  )}, null])`;
  const wordList = sql`(array[${sql.join(
    words.map((word) => sql`${word}::text`),
    sql`, `,
  )}])`;
  const idOf = (letter: string) => sql`${letter} || lpad(n::text, 19, '0')`;
  return [
    sql`insert into contacts (location_id, id, name, first_name, last_name, email, phone, phone_normal)
      select ${locationId}, ${idOf("c")}, case when n % 5 > 0 then ${wordList}[n % 7 + 1] || ' Person' end, ${wordList}[n * 3 % 7 + 1],
        case when n % 2 = 0 then 'Lead ' || n end, 'p' || n || '@roof.example', case when n % 3 > 0 then '+1 212 ' || n * 7919 end,
        case when n % 3 > 0 then '+1212' || n * 7919 end
      from ${numbers}`,
    sql`insert into opportunities (location_id, id, slug, contact_id, pipeline_id, stage_id, name, value_minor, currency, category_id,
        owner_id, created_by_id, source, last_contacted_on, position, archived_at, deleted_at, created_at)
      select o.location_id, ${idOf("o")}, 's' || n, ${idOf("c")}, o.pipeline_id, (select id from stages where pipeline_id = o.pipeline_id order by position offset n % 6 limit 1),
        ${wordList}[n * 5 % 7 + 1] || ' ' || n % 300, nullif(n % 90, 0), 'USD', o.category_id, ${users}[n * 11 / 3 % 4 + 1], ${users}[n * 7 / 5 % 4 + 1],
        (array['website', 'fair', null])[n % 3 + 1], case when n % 4 > 0 then date '2026-01-01' + n % 40 end, 'a' || n,
        case when n % 8 = 0 then now() end, case when n % 23 = 0 then now() end, timestamptz '2026-01-01' + n / 3 * interval '3 hours'
      from opportunities o, ${numbers} where o.id = ${modelId}`,
    sql`insert into opportunity_followers (location_id, id, opportunity_id, user_id, position)
      select ${locationId}, ${idOf("f")}, ${idOf("o")}, ${users}[n % 3 + 1], 0 from ${numbers} where n % 4 = 0`,
    sql`with made as (insert into campaigns (location_id, id, name, slug) values (${locationId}, ${newId()}, 'Spring', 'spring') returning id)
      insert into campaign_members (location_id, id, campaign_id, opportunity_id)
      select ${locationId}, ${idOf("m")}, made.id, ${idOf("o")} from made, ${numbers} where n % 50 = 0`,
  ];
}

const who = fc.constantFrom(0, 1, 2, 9);
const idOf = (place: number) => members[place]?.id ?? "nobody";

/** Every part of a filter, with members and categories by their place. */
const everyPart = {
  stage: fc.constantFrom({ key: "contact" }, { key: "closed" }, { key: "nowhere" }),
  category: fc.constantFrom(0, 0, 1),
  source: fc.constantFrom("website", "fair", "WEBSITE"),
  archived: fc.boolean(),
  assignedTo: who,
  createdBy: who,
  search: fc.constantFrom(...parts),
  firstName: fc.constantFrom(...parts),
  lastName: fc.constantFrom(...parts),
  email: fc.constantFrom(...parts),
  phone: fc.constantFrom("+1 212", "1 (212) 7", "0791", "9", "nobody"),
  campaignSlug: fc.constantFrom("spring", "autumn"),
};

/** At most three parts: more of them leave nothing to be found. */
const asked = fc
  .subarray(Object.keys(everyPart) as (keyof typeof everyPart)[], { maxLength: 3 })
  .chain((names) => fc.record(everyPart).map((all) => pick(all, names)));

type All = {
  [Name in keyof typeof everyPart]: (typeof everyPart)[Name] extends fc.Arbitrary<infer Value> ? Value : never;
};
type Asked = Partial<All>;

const pick = (all: All, names: (keyof All)[]): Asked =>
  Object.fromEntries(names.map((name) => [name, all[name]] as const));

const filterOf = ({ category, assignedTo, createdBy, ...rest }: Asked): LeadFilter => ({
  ...rest,
  ...(category !== undefined && { category: { number: categories[category] ?? -1 } }),
  ...(assignedTo !== undefined && { assignedTo: { id: idOf(assignedTo) } }),
  ...(createdBy !== undefined && { createdBy: { id: idOf(createdBy) } }),
});

const order = fc.record<LeadOrder>({
  by: fc.constantFrom("createdAt", "name", "value", "lastContactedOn"),
  direction: fc.constantFrom("asc", "desc"),
});

/** The ids of all leads asked for, in order, by one query that says it plainly. */
function plainly(
  context: Context,
  filter: Asked,
  { by, direction }: LeadOrder,
  visibility: Visibility,
): Promise<string[]> {
  const mine = (user: string) =>
    sql`(o.owner_id = ${user} or exists (select from opportunity_followers f where f.opportunity_id = o.id and f.user_id = ${user}))`;
  const inSightOf = (place: number) => sql`(${mine(idOf(place))} or o.created_by_id = ${idOf(place)})`;
  const has = (column: string, part: string) => sql`strpos(lower(${sql.raw(column)}), ${part.toLowerCase()}) > 0`;
  const { stage, category, source, archived, assignedTo, createdBy, search, campaignSlug, phone } = filter;
  const conditions = [
    sql`o.deleted_at is null`,
    visibility === "own" && inSightOf(0),
    visibility === "team" && sql`(${inSightOf(0)} or ${inSightOf(1)})`,
    stage && sql`s.key = ${stage.key}`,
    category === 1 && sql`false`,
    source !== undefined && sql`o.source = ${source}`,
    archived !== undefined && sql`(o.archived_at is not null) = ${archived}`,
    assignedTo !== undefined && mine(idOf(assignedTo)),
    createdBy !== undefined && sql`o.created_by_id = ${idOf(createdBy)}`,
    search !== undefined && has("o.search_text", search),
    filter.firstName !== undefined && has("c.first_name", filter.firstName),
    filter.lastName !== undefined && has("c.last_name", filter.lastName),
    filter.email !== undefined && has("c.email", filter.email),
    phone === "nobody" && has("c.phone", phone),
    phone !== undefined && phone !== "nobody" && has("translate(c.phone_normal, '+', '')", phoneDigits(phone)),
    campaignSlug !== undefined &&
      sql`o.id in (select m.opportunity_id from campaign_members m join campaigns g on g.id = m.campaign_id where g.slug = ${campaignSlug})`,
  ].filter((condition) => condition !== undefined && condition !== false);
  const column = {
    createdAt: "created_at",
    name: "name_lower",
    value: "value_minor",
    lastContactedOn: "last_contacted_on",
  }[by];
  return read(context, async (transaction) => {
    const { rows } = await transaction.execute<{ id: string }>(sql`
      select o.id from opportunities o join contacts c on c.id = o.contact_id join stages s on s.id = o.stage_id
      where ${sql.join(conditions, sql` and `)}
      order by ${sql.raw(`o.${column} ${direction} nulls last, o.id ${direction}`)}`);
    return rows.map(({ id }) => id);
  });
}

const cases = fc.record({
  filter: asked,
  order,
  visibility: fc.constantFrom<Visibility>("own", "team", "all"),
  limit: fc.constantFrom(150, 400, 3000),
});

test("any list, paged to its end, is what one plain query finds, and its total says how much that is", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ filter, order: ordered, visibility, limit }) => {
      const expected = await plainly(admin, filter, ordered, visibility);
      const listed: string[] = [];
      do {
        const page = { limit, offset: listed.length };
        const list = await listLeads(readers[visibility], { filter: filterOf(filter), order: ordered, page });
        expect(list.total).toBe(expected.length);
        listed.push(...list.leads.map(({ id }) => id));
        if (list.leads.length === 0) break;
      } while (listed.length < expected.length);
      expect(listed).toEqual(expected);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("whichever way what is sought is found, the page is the same", async () => {
  const bounds = { firstLook: 20, longestLook: 200, lookUp: 50, few: 10 };
  const sought = fc.record({ search: fc.constantFrom("roof", "ROOF 1", "lead 25", "nobody", "éclair") });
  const pages = fc.record({ limit: fc.constantFrom(5, 30), offset: fc.constantFrom(0, 10, 200) });
  await fc.assert(
    fc.asyncProperty(cases, sought, pages, fc.boolean(), async (list, search, page, counts) => {
      const { filter, order: ordered, visibility } = list;
      const part = {
        ...filter,
        firstName: undefined,
        lastName: undefined,
        email: undefined,
        phone: undefined,
        ...search,
      };
      const expected = await plainly(admin, part, ordered, visibility);
      const question = questionOf(filterOf(part));
      const context = readers[visibility];
      const values = { ...bindReader(context), ...question.values };
      const wanted = {
        question,
        visibility,
        values,
        order: { by: ordering(ordered), byCreation: ordered.by === "createdAt" ? ordered.direction : undefined },
        told: [],
        ...page,
        shape: null,
      };
      const countAll = counts ? () => Promise.resolve(howMany) : undefined;
      const { places, matched } = await read(context, (transaction) =>
        seekPage(transaction, wanted, { countAll, isThorough: !counts, bounds }),
      );
      expect(places.map(({ id }) => id)).toEqual(expected.slice(page.offset, page.offset + page.limit));
      expect([null, expected.length]).toContain(matched);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("the first of a list by creation are found by the days they were made in, and tell how many there are", async () => {
  const bounds = { firstLook: 20, longestLook: 200, lookUp: 500, few: 10 };
  const pages = fc.record({ search: fc.constantFrom("roofing 1", "barn", "solar 50% 2"), offset: fc.nat(30) });
  await fc.assert(
    fc.asyncProperty(pages, fc.constantFrom("asc", "desc"), async ({ search, offset }, direction) => {
      const ordered = { by: "createdAt", direction } as const;
      const expected = await plainly(admin, { search }, ordered, "all");
      const question = questionOf({ search });
      const wanted = {
        question,
        visibility: "all",
        values: { ...bindReader(admin), ...question.values },
        order: { by: ordering(ordered), byCreation: direction },
        told: [],
        offset,
        limit: 10,
        shape: null,
      } as const;
      const { places, matched, sample } = await read(admin, (transaction) =>
        seekPage(transaction, wanted, { isThorough: true, bounds }),
      );
      expect(places.map(({ id }) => id)).toEqual(expected.slice(offset, offset + 10));
      const about = sample ? (sample.matched / sample.seen) * (sample.all ?? howMany) : (matched ?? 0);
      // The words stand in clusters here.
      expect(about / expected.length).toBeGreaterThan(0.4);
      expect(about / expected.length).toBeLessThan(2.5);
    }),
    { numRuns: 30 },
  );
}, 60_000);
