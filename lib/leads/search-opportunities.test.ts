import { beforeAll, describe, expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { manyLeads } from "@/db/testing/many-leads";
import type { Context } from "@/lib/access/context";
import { type OpportunitySearch, searchOpportunities } from "./search-opportunities";

/** More than are counted one by one. */
const many = 20_400;

let admin: Context;
let stageId: string;

beforeAll(async () => {
  const location = await aLocation();
  admin = contextOf(location, await aMember(location));
  // Without the address that leads of tests are given: any two letters can be in it.
  const model = await aLead(location, { contact: { firstName: "Ada" } });
  stageId = model.stage.id;
  await manyLeads(location, model.id, many);
});

type Asked = Partial<OpportunitySearch>;

async function search(asked: Asked) {
  const { opportunities, total, hasMore } = await searchOpportunities(admin, {
    direction: "desc",
    limit: 20,
    offset: 0,
    details: {},
    ...asked,
  });
  const ids = opportunities.map(({ lead }) => lead.id);
  return { ids, found: ids.map((id) => Number(id.slice(1))), total, hasMore };
}

/** All that is found, page behind page. */
async function walk(asked: Asked): Promise<number[]> {
  const all: number[] = [];
  let after: OpportunitySearch["after"];
  for (;;) {
    const { found, ids, hasMore } = await search({ ...asked, limit: 100, ...(after && { after }) });
    all.push(...found);
    if (!hasMore) return all;
    after = { id: ids.at(-1) };
  }
}

const every = (step: number) => Array.from({ length: many / step }, (_, place) => many - place * step);

describe("words in a location of many leads", () => {
  test("that many have are those of the newest or the oldest, and the total is near", async () => {
    const newest = await search({ search: "common" });
    expect(newest).toMatchObject({ found: every(2).slice(0, 20), hasMore: true });
    expect((await search({ search: "common", direction: "asc" })).found).toEqual(every(2).toReversed().slice(0, 20));
    expect((await search({ search: "common", offset: 40 })).found).toEqual(every(2).slice(40, 60));
    const behind = await search({ search: "common", after: { id: newest.ids[4] } });
    expect(behind.found).toEqual(every(2).slice(5, 25));
    for (const { total } of [newest, behind]) {
      expect(total).toBeGreaterThan(8000);
      expect(total).toBeLessThan(12_000);
    }
  });

  test("that few have are found and counted, also on the pages behind", async () => {
    expect(await search({ search: "rare" })).toMatchObject({ found: every(5000).map((n) => n - 400), total: 4 });
    const [first] = (await search({ search: "rare" })).ids;
    expect(await search({ search: "rare", after: { id: first } })).toMatchObject({ total: 4, hasMore: false });
    const { found, total } = await search({ search: "deal sundry" });
    expect(found).toEqual(every(200).slice(0, 20));
    expect(Math.abs(total - 102)).toBeLessThan(20);
    expect(await search({ search: "nobody" })).toMatchObject({ found: [], total: 0, hasMore: false });
  });

  test("are met on all pages once, in both orders, wherever those that have them stand", async () => {
    for (const [word, found] of [
      ["sundry", every(200)],
      ["early", every(1).slice(-300)],
      ["zq", every(4000).map((n) => n - 400)],
    ] as const) {
      expect(await walk({ search: word })).toEqual(found);
      expect(await walk({ search: word, direction: "asc" })).toEqual(found.toReversed());
    }
  });

  test("of one or two letters are what a word begins with", async () => {
    expect(await search({ search: "co" })).toMatchObject({ found: every(2).slice(0, 20), hasMore: true });
    expect(await search({ search: "co ra" })).toMatchObject({ found: every(5000).map((n) => n - 400), total: 4 });
    expect(await search({ search: "ra" })).toMatchObject({ found: every(5000).map((n) => n - 400), total: 4 });
    for (const word of ["om", "q", "xq"])
      expect(await search({ search: word })).toMatchObject({ found: [], total: 0, hasMore: false });
  });

  test("narrow what else is asked for", async () => {
    const inStage = every(2).filter((number) => number % 10 === 0);
    expect((await search({ search: "common", stageId, status: "won" })).found).toEqual(inStage.slice(0, 20));
    expect((await search({ search: "common", stageId, status: "lost" })).found).toEqual([]);
    const { total } = await search({ search: "sundry", status: "open" });
    expect(total).toBe(0);
  });
});
