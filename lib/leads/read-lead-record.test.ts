import { expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { NotFound } from "@/lib/access/errors";
import { addLeadTask } from "./add-lead-task";
import { readLeadRecord } from "./read-lead-record";

test("a lead comes with what is related to it", async () => {
  const location = await aLocation();
  const member = await aMember(location, { name: "Grace" });
  const context = contextOf(location, member);
  const lead = await aLead(location, { name: "Solar roof", utmCampaign: "spring" }, member);
  const other = await aLead(location, { name: "Battery", contact: { email: lead.contact.email } });
  const twin = { email: lead.contact.email, firstName: "Augusta" };
  await aLead(location, { contact: twin });
  await addLeadTask(context, { lead, title: "Measure", steps: ["Ladder", "Tape"] });
  const record = await readLeadRecord(context, lead.id);
  expect(record.lead).toMatchObject({ name: "Solar roof", utmCampaign: "spring" });
  expect(record.tasks).toMatchObject([{ title: "Measure", steps: [{ text: "Ladder" }, { text: "Tape" }] }]);
  expect(record.otherLeads).toMatchObject([{ id: other.id, name: "Battery" }]);
  expect(record.duplicates).toBe(1);
});

test("a lead of another location, or of others for who sees only their own, does not exist", async () => {
  const location = await aLocation();
  const rep = await aMember(location, { role: "rep", visibility: "own" });
  const lead = await aLead(location);
  await expect(readLeadRecord(contextOf(await aLocation()), lead.id)).rejects.toThrow(NotFound);
  await expect(readLeadRecord(contextOf(location, rep), lead.id)).rejects.toThrow(NotFound);
});
