import { expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { logLeadCall } from "./log-lead-call";
import { readLeadTimeline } from "./read-lead-timeline";
import { updateLeadCall } from "./update-lead-call";

test("what two people make of one field of a call clashes, and what they make of two stays", async () => {
  const location = await aLocation();
  const lead = await aLead(location);
  const ada = contextOf(location, await aMember(location, { name: "Ada" }));
  const { id } = await logLeadCall(ada, {
    lead,
    direction: "outgoing",
    outcome: "busy",
    durationSeconds: 30,
    body: "",
  });
  await updateLeadCall(ada, { lead, id, changes: { outcome: "reached" }, known: { outcome: "busy" } });
  const bob = contextOf(location, await aMember(location, { name: "Bob" }));
  const late = { lead, id, changes: { outcome: "voicemail", body: "Later" } as const };
  await expect(updateLeadCall(bob, { ...late, known: { outcome: "busy", body: "" } })).rejects.toMatchObject({
    code: "conflict",
    clashes: [{ field: "outcome", wanted: "voicemail", present: "reached", by: "Ada" }],
  });
  await updateLeadCall(bob, { ...late, known: { outcome: "reached", body: "" } });
  await updateLeadCall(ada, { lead, id, changes: { durationSeconds: 60 }, known: { durationSeconds: 30 } });
  const { entries } = await readLeadTimeline(ada, { leadId: lead.id, kind: "calls", limit: 10 });
  expect(entries[0]?.call).toMatchObject({ ...late.changes, durationSeconds: 60 });
});

test("a call is put right by who wrote it down, and by nobody else", async () => {
  const location = await aLocation();
  const lead = await aLead(location);
  const author = contextOf(location, await aMember(location, { role: "rep", username: "ada", visibility: "all" }));
  const other = contextOf(location, await aMember(location, { role: "rep", username: "bob", visibility: "all" }));
  const call = { direction: "outgoing", outcome: "busy", durationSeconds: 30, body: "" } as const;
  const { id } = await logLeadCall(author, { lead, ...call });
  const change = (context: typeof author, changes: Parameters<typeof updateLeadCall>[1]["changes"]) =>
    updateLeadCall(context, { lead, id, changes });
  await expect(change(other, { body: "Mine" })).rejects.toMatchObject({ rule: "not_author" });
  const tomorrow = new Date(author.now.getTime() + 86_400_000);
  await expect(change(author, { calledAt: tomorrow })).rejects.toMatchObject({ issues: [{ rule: "in_future" }] });
  await change(author, { outcome: "reached", body: "Wants two" });
  const { entries } = await readLeadTimeline(author, { leadId: lead.id, kind: "calls", limit: 10 });
  expect(entries.map((entry) => entry.call)).toMatchObject([
    { outcome: "reached", body: "Wants two", durationSeconds: 30 },
  ]);
  const elsewhere = await aLead(location);
  await expect(updateLeadCall(author, { lead: elsewhere, id, changes: {} })).rejects.toMatchObject({
    code: "not_found",
  });
});
