import { expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { logLeadCall } from "./log-lead-call";
import { readLeadTimeline } from "./read-lead-timeline";
import { updateLeadCall } from "./update-lead-call";

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
