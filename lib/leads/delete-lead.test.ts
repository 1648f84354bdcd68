import { beforeAll, expect, test } from "vitest";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { createLead } from "./create-lead";
import { deleteLead } from "./delete-lead";
import { getLead } from "./get-lead";
import { listLeads } from "./list-leads";
import { updateLead } from "./update-lead";

let location: Location;
let context: Context;

beforeAll(async () => {
  location = await aLocation();
  context = contextOf(location);
});

const notFound = { code: "not_found" };

test("a deleted lead is nowhere, and its person stays", async () => {
  const lead = await aLead(location, { name: "A deal" });
  expect(await deleteLead(context, { lead: { slug: lead.slug } })).toMatchObject({ id: lead.id });
  for (const reference of [{ id: lead.id }, { number: lead.number }, { slug: lead.slug }]) {
    await expect(getLead(context, reference)).rejects.toMatchObject(notFound);
    await expect(updateLead(context, { lead: reference, changes: {} })).rejects.toMatchObject(notFound);
    await expect(deleteLead(context, { lead: reference })).rejects.toMatchObject(notFound);
  }
  const { leads, total } = await listLeads(context, { page: { limit: 10, offset: 0 } });
  expect([leads, total]).toEqual([[], 0]);
  const next = await createLead(context, { contact: { email: lead.contact.email } });
  expect(next.contact.id).toBe(lead.contact.id);
  expect((await eventsOf(location, lead)).at(-1)).toMatchObject({ type: "lead.deleted", before: { name: "A deal" } });
});

test("of two who delete at once one does", async () => {
  const lead = await aLead(location);
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => deleteLead(context, { lead: { id: lead.id } })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await eventsOf(location, lead)).filter(({ type }) => type === "lead.deleted")).toHaveLength(1);
});

test("where only the maker may, others may not", async () => {
  const maker = await aMember(location, { role: "rep" });
  const other = await aMember(location, { role: "manager" });
  const lead = await aLead(location, {}, maker);
  const refused = deleteLead(contextOf(location, other), { lead: { id: lead.id }, onlyOwner: true });
  await expect(refused).rejects.toMatchObject({ code: "forbidden", rule: "not_owner" });
  await deleteLead(contextOf(location, maker), { lead: { id: lead.id }, onlyOwner: true });
});

test("nobody deletes what is another location's", async () => {
  const lead = await aLead(location);
  await expect(deleteLead(contextOf(await aLocation()), { lead: { id: lead.id } })).rejects.toMatchObject(notFound);
  expect((await getLead(context, { id: lead.id })).id).toBe(lead.id);
});
