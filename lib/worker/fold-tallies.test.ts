import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { leadTallies } from "@/db/schema/opportunities";
import { aLead, aLocation, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { deleteLead } from "@/lib/leads/delete-lead";
import { foldLeadTallies } from "./fold-tallies";

const tallies = (context: Context) => read(context, (transaction) => transaction.select().from(leadTallies));

async function sums(context: Context): Promise<{ leads: number; value: number }> {
  const { rows } = await read(context, (transaction) =>
    transaction.execute<{ leads: number; value: number }>(
      sql`select sum(leads)::int as leads, sum(value_minor)::int as value from lead_tallies where created_on is null`,
    ),
  );
  return rows[0] ?? { leads: 0, value: 0 };
}

test("appended tallies become one row per group, and the sums stay", async () => {
  const context = contextOf(await aLocation());
  const other = contextOf(await aLocation());
  for (const source of ["web", null, "web", "web"])
    await aLead(context.location, { source: source ?? undefined, valueMinor: 500 });
  await aLead(other.location);
  expect(await tallies(context)).toHaveLength(8);
  await foldLeadTallies();
  // Of two sources, each once for all days, and for the day by both, by source and (together) by stage.
  expect(await tallies(context)).toHaveLength(7);
  expect(await sums(context)).toEqual({ leads: 4, value: 2000 });
  expect(await tallies(other)).toHaveLength(4);

  const lead = await aLead(context.location, { source: "web", valueMinor: 100 });
  await foldLeadTallies();
  expect(await tallies(context)).toHaveLength(7);
  expect(await sums(context)).toEqual({ leads: 5, value: 2100 });
  await deleteLead(context, { lead: { id: lead.id } });
  await foldLeadTallies();
  expect(await sums(context)).toEqual({ leads: 4, value: 2000 });
});

test("a group that adds up to nothing goes, and folding at the same time counts once", async () => {
  const context = contextOf(await aLocation());
  const lead = await aLead(context.location);
  await deleteLead(context, { lead: { id: lead.id } });
  await Promise.all([foldLeadTallies(), foldLeadTallies(), foldLeadTallies()]);
  expect(await tallies(context)).toEqual([]);
  const rows = await Promise.all(Array.from({ length: 20 }, () => aLead(context.location)));
  await Promise.all([foldLeadTallies(), foldLeadTallies(), foldLeadTallies()]);
  await foldLeadTallies();
  expect(await sums(context)).toEqual({ leads: rows.length, value: 0 });
  expect((await tallies(context)).every(({ tellsApart }) => tellsApart !== "all")).toBe(true);
});
