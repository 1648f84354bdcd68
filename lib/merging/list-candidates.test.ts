import { expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { newId } from "@/lib/kit/id";
import { getLead } from "@/lib/leads/get-lead";
import { undoEvents } from "@/lib/undo/undo-events";
import { listCandidates } from "./list-candidates";
import { mergeRecords } from "./merge-records";

test("a contact comes with all that may be the same person, and leads with whose they are", async () => {
  const location = await aLocation();
  const context = contextOf(location);
  const email = `${newId().toLowerCase()}@example.com`;
  const alike = [
    await aLead(location, { name: "Roof", contact: { name: "Ada", email } }),
    await aLead(location, { name: "Battery", contact: { name: "Ada L.", email } }),
    await aLead(location, { name: "Garage", contact: { name: "A. Lovelace", email } }),
  ];
  const [one] = alike;
  if (!one) throw new Error("There is no lead.");
  const ids = alike.map(({ contact }) => contact.id);
  const found = await listCandidates(context, { alike: one.contact.id });
  expect(found[0]?.id).toBe(one.contact.id);
  expect(found.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(found[0]?.leads).toMatchObject([{ name: "Roof", categoryName: expect.any(String) }]);

  const byLeads = await listCandidates(context, { leads: alike.map(({ id }) => id).toReversed() });
  expect(byLeads.map(({ id }) => id)).toEqual(ids.toReversed());
  const rep = contextOf(location, await aMember(location, { role: "rep", visibility: "own", username: "own" }));
  expect(await listCandidates(rep, { contacts: ids })).toEqual([]);
  expect(await listCandidates(contextOf(await aLocation()), { contacts: ids })).toEqual([]);

  const others = ids.slice(1);
  const written: string[] = [];
  const choice = { survivorId: one.contact.id, otherIds: others, fields: { name: others[1] } };
  await mergeRecords({ ...context, written }, { contacts: choice });
  const undone: string[] = [];
  await undoEvents({ ...context, written: undone }, { events: written });
  expect(await listCandidates(context, { contacts: ids })).toHaveLength(3);
  await undoEvents(context, { events: undone });
  const [merged] = await listCandidates(context, { contacts: ids });
  expect(merged?.leads.map(({ name }) => name).toSorted()).toEqual(["Battery", "Garage", "Roof"]);

  // They are deals of one contact now, and can become one deal.
  const [survivor, ...rest] = alike.map(({ id }) => id);
  await mergeRecords(context, { leads: { survivorId: survivor ?? "", otherIds: rest, fields: { name: rest[0] } } });
  expect(await getLead(context, { id: survivor ?? "" })).toMatchObject({ name: "Battery" });
  await expect(getLead(context, { id: rest[1] ?? "" })).rejects.toMatchObject({ code: "not_found" });
});
