import { expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { updateLead } from "@/lib/leads/update-lead";
import { listActivity } from "./list-activity";

test("what happened last comes first, with its lead, and nothing of other locations", async () => {
  const location = await aLocation();
  await aLead(await aLocation());
  const member = await aMember(location, { name: "Grace" });
  const lead = await aLead(location, { name: "Solar roof" }, member);
  await updateLead(contextOf(location, member), { lead: { id: lead.id }, changes: { stage: { key: "prospect" } } });
  const events = await listActivity(contextOf(location));
  expect(events.map(({ type, actorName, leadName }) => [type, actorName, leadName])).toEqual([
    ["lead.stage_changed", "Grace", "Solar roof"],
    ["lead.created", "Grace", "Solar roof"],
  ]);
});

test("who sees only their own hears of nothing else", async () => {
  const location = await aLocation();
  const rep = await aMember(location, { role: "rep", visibility: "own", username: "own-activity" });
  await aLead(location);
  const mine = await aLead(location, { owner: { username: "own-activity" } });
  const events = await listActivity(contextOf(location, rep));
  expect(new Set(events.map(({ leadId }) => leadId))).toEqual(new Set([mine.id]));
});
