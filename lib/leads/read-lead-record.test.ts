import { expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { NotFound } from "@/lib/access/errors";
import { createNote } from "@/lib/notes/create-note";
import { readLeadRecord } from "./read-lead-record";
import { updateLead } from "./update-lead";

test("a lead comes with its notes and its history, newest first", async () => {
  const location = await aLocation();
  const member = await aMember(location, { name: "Grace" });
  const context = contextOf(location, member);
  const lead = await aLead(location, { name: "Solar roof", utmCampaign: "spring" }, member);
  for (const body of ["first", "second"]) {
    await createNote(context, { contactId: lead.contact.id, opportunityId: lead.id, body });
  }
  await updateLead(context, { lead: { id: lead.id }, changes: { stage: { key: "prospect" } } });
  const record = await readLeadRecord(context, lead.id);
  expect(record.lead).toMatchObject({ name: "Solar roof", utmCampaign: "spring", stage: { key: "prospect" } });
  expect(record.notes.map(({ body, authorName }) => [body, authorName])).toEqual([
    ["second", "Grace"],
    ["first", "Grace"],
  ]);
  expect(record.events.at(-1)).toMatchObject({ type: "lead.created", actorName: "Grace" });
  expect(record.events.find(({ type }) => type === "lead.stage_changed")).toMatchObject({ stageName: "Prospect" });
});

test("a lead of another location, or of others for who sees only their own, does not exist", async () => {
  const location = await aLocation();
  const rep = await aMember(location, { role: "rep", visibility: "own" });
  const lead = await aLead(location);
  await expect(readLeadRecord(contextOf(await aLocation()), lead.id)).rejects.toThrow(NotFound);
  await expect(readLeadRecord(contextOf(location, rep), lead.id)).rejects.toThrow(NotFound);
});
