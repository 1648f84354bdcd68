import { expect, test } from "vitest";
import { aLead, aLocation, contextOf } from "@/db/testing/factories";
import type { Context } from "@/lib/access/context";
import { ChangedSince, Invalid } from "@/lib/access/errors";
import { getLead } from "./get-lead";
import type { LeadFields } from "./patch-lead";
import { patchLeads } from "./patch-leads";

/** Two leads and the way to change both, as somebody who has just seen them. */
async function twoLeads() {
  const location = await aLocation();
  const context = contextOf(location);
  const ids = [await aLead(location), await aLead(location)].map(({ id }) => id);
  const patch = async (...changes: LeadFields[]) => {
    const seen = await Promise.all(ids.map((id) => getLead(context, { id })));
    const leads = seen.map(({ id, version }, place) => ({ leadId: id, version, changes: changes[place] ?? {} }));
    return patchLeads(context, { leads });
  };
  return { context, ids, patch };
}

const sourcesOf = (context: Context, ids: string[]) =>
  Promise.all(ids.map(async (id) => (await getLead(context, { id })).source));

test("several leads are changed at once, all of them or none", async () => {
  const { context, ids, patch } = await twoLeads();
  const changed = await patch({ source: "Fair" }, { source: "Radio" });
  expect(changed.map(({ source }) => source)).toEqual(["Fair", "Radio"]);

  const refused = await patch({ source: "Website" }, { stageId: "AAAAAAAAAAAAAAAAAAAA" }).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(Invalid);
  expect(refused).toHaveProperty("issues.0.path", ["leads", 1, "stage"]);
  expect(await sourcesOf(context, ids)).toEqual(["Fair", "Radio"]);
});

test("what somebody changed meanwhile is told with the lead's place", async () => {
  const { context, ids } = await twoLeads();
  const leads = ids.map((leadId) => ({ leadId, changes: { source: "Fair" }, known: { source: "Radio" } }));
  const refused = await patchLeads(context, { leads: leads.toReversed() }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ChangedSince);
  expect(refused).toHaveProperty("clashes.0.field", "leads.0.source");
});
