import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { customFields, customValues } from "@/db/schema/activity";
import { opportunities, opportunityFollowers } from "@/db/schema/opportunities";
import { eventsOf, eventsOfContact } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { meanwhile } from "@/db/testing/meanwhile";
import type { Context, Location } from "@/lib/access/context";
import { change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { createLead } from "./create-lead";
import { getLead } from "./get-lead";
import type { Lead } from "./model";
import { updateLead } from "./update-lead";

let location: Location;
let context: Context;
let rep: Member;
let other: Member;

beforeAll(async () => {
  location = await aLocation();
  context = contextOf(location);
  rep = await aMember(location, { role: "rep", username: "rita" });
  other = await aMember(location, { role: "rep", username: "otto" });
});

const lastEvents = async (lead: Lead) => (await eventsOf(location, lead)).slice(1);

describe("what is said", () => {
  test("changes, null clears, and the rest stays", async () => {
    const lead = await aLead(location, { name: "A deal", valueMinor: 5000, source: "fair", description: "Big" });
    const now = new Date(Date.now() + 1000);
    const changed = await updateLead(contextOf(location, rep, now), {
      lead: { number: lead.number },
      changes: { valueMinor: 0, source: null, contact: { city: "London", email: null } },
    });
    expect(changed).toEqual({
      ...lead,
      valueMinor: 0,
      source: null,
      updatedAt: now,
      version: lead.version + 1,
      contact: { ...lead.contact, city: "London", email: null },
    });
    expect(await getLead(context, { slug: lead.slug })).toEqual(changed);
  });

  test("is in the log, before and after, lead and person apart", async () => {
    const lead = await aLead(location, { valueMinor: 5000 });
    await updateLead(contextOf(location, rep), {
      lead: { id: lead.id },
      changes: { valueMinor: 7000, contact: { city: "London", firstName: lead.contact.firstName } },
    });
    expect(await lastEvents(lead)).toMatchObject([
      { type: "lead.updated", actor: rep.name, before: { valueMinor: 5000 }, after: { valueMinor: 7000 } },
      { type: "contact.updated", before: { city: null }, after: { city: "London" } },
    ]);
  });

  test("a lead without a title is called by its person", async () => {
    const lead = await aLead(location, { name: "A deal" });
    const changed = await updateLead(context, { lead: { id: lead.id }, changes: { name: null } });
    expect(changed.name).toBe("Ada Lovelace");
  });

  test("archiving twice keeps the first moment", async () => {
    const lead = await aLead(location);
    const archive = (now: Date, archived: boolean) =>
      updateLead(contextOf(location, rep, now), { lead: { id: lead.id }, changes: { archived } });
    const first = new Date("2026-05-01T10:00:00Z");
    await archive(first, true);
    expect((await archive(new Date("2026-05-02T10:00:00Z"), true)).archivedAt).toEqual(first);
    expect((await archive(new Date("2026-05-03T10:00:00Z"), false)).archivedAt).toBeNull();
  });

  test("an email that somebody else has marks both", async () => {
    const known = await aLead(location);
    const lead = await aLead(location);
    await updateLead(context, { lead: { id: lead.id }, changes: { contact: { email: known.contact.email } } });
    expect((await lastEvents(lead)).map(({ type }) => type)).toContain("contact.updated");
    const events = await eventsOfContact(location, lead.contact);
    expect(events.at(-1)).toMatchObject({ type: "duplicate.suspected", after: { otherContactId: known.contact.id } });
  });
});

describe("a new stage", () => {
  test("puts the lead at its top, and says so", async () => {
    const before = await aLead(location, { stage: { key: "potential" } });
    const lead = await aLead(location);
    const now = new Date(Date.now() + 60_000);
    const moved = await updateLead(contextOf(location, rep, now), {
      lead: { id: lead.id },
      changes: { stage: { key: "potential" } },
    });
    expect(moved.stage.key).toBe("potential");
    expect((await lastEvents(lead)).map(({ type }) => type)).toEqual(["lead.stage_changed", "lead.updated"]);
    const column = await read(context, (transaction) =>
      transaction
        .select({ id: opportunities.id, changedAt: opportunities.stageChangedAt })
        .from(opportunities)
        .where(eq(opportunities.stageId, moved.stage.id))
        .orderBy(asc(opportunities.position)),
    );
    expect(column.map(({ id }) => id)).toEqual([lead.id, before.id]);
    expect(column[0]?.changedAt).toEqual(now);
  });

  test("that it is in already moves nothing", async () => {
    const lead = await aLead(location);
    await updateLead(context, { lead: { id: lead.id }, changes: { stage: { number: lead.stage.number } } });
    expect((await lastEvents(lead)).map(({ type }) => type)).toEqual(["lead.updated"]);
  });

  test("that is not there is refused, with all that came with it", async () => {
    const lead = await aLead(location);
    const changes = { stage: { key: "nowhere" }, category: { number: 0 }, owner: { username: "nobody" }, source: "x" };
    await expect(updateLead(context, { lead: { id: lead.id }, changes })).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: ["stage"] }, { path: ["category"] }, { path: ["owner"] }],
    });
    expect(await getLead(context, { id: lead.id })).toEqual(lead);
  });
});

describe("a new owner", () => {
  test("goes on following, and is named once among those who work on it", async () => {
    const lead = await aLead(location, { owner: { username: "otto" } });
    await change(context, async (transaction) => {
      const follower = { locationId: location.id, id: newId(), opportunityId: lead.id, userId: rep.id, position: 0 };
      await transaction.insert(opportunityFollowers).values(follower);
      return { result: null, events: [{ type: "lead.assigned", subject: { type: "lead", id: lead.id } }] };
    });
    const changed = await updateLead(context, { lead: { id: lead.id }, changes: { owner: { username: "rita" } } });
    expect(changed.assigned.map(({ id }) => id)).toEqual([rep.id]);
    expect(changed).toMatchObject({ ownerReference: "rita", followerIds: [rep.id] });
  });

  test("may be named by free words, which stay; words for nobody leave it without one", async () => {
    const lead = await aLead(location);
    const say = (ownerReference: string) => updateLead(context, { lead: { id: lead.id }, changes: { ownerReference } });
    expect(await say("Otto")).toMatchObject({ ownerReference: "Otto", assigned: [{ id: other.id }] });
    expect(await say("the north team")).toMatchObject({ ownerReference: "the north team", assigned: [] });
  });
});

describe("who may", () => {
  test("nobody changes what they can not read", async () => {
    const lead = await aLead(location, {}, rep);
    const restricted = contextOf(location, await aMember(location, { role: "rep", visibility: "own" }));
    const elsewhere = contextOf(await aLocation());
    for (const stranger of [restricted, elsewhere]) {
      const refused = updateLead(stranger, { lead: { id: lead.id }, changes: { source: "x" } });
      await expect(refused).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("where only the maker may: the maker, an administrator, a key, and no other", async () => {
    const lead = await aLead(location, {}, rep);
    const key = { type: "key", id: newId(), name: "Website" } as const;
    for (const actor of [rep, await aMember(location), key]) {
      await updateLead(contextOf(location, actor), {
        lead: { id: lead.id },
        changes: { source: "x" },
        onlyOwner: true,
      });
    }
    const refused = updateLead(contextOf(location, other), {
      lead: { id: lead.id },
      changes: { source: "y" },
      onlyOwner: true,
    });
    await expect(refused).rejects.toMatchObject({ code: "forbidden", rule: "not_owner" });
  });
});

test("changes of one lead at once come one after the other", async () => {
  const lead = await aLead(location, { source: "start" });
  const sources = ["a", "b", "c", "d", "e"];
  await Promise.all(sources.map((source) => updateLead(context, { lead: { id: lead.id }, changes: { source } })));
  const steps = (await lastEvents(lead)).map(({ before, after }) => [before, after]);
  expect(steps.map(([before]) => before)).toEqual([
    { source: "start" },
    ...steps.slice(0, -1).map(([, after]) => after),
  ]);
});

test("changes of one person through two leads at once come one after the other", async () => {
  const lead = await aLead(location, { contact: { name: "Ada", jobTitle: "Countess" } });
  const second = await createLead(context, { contactId: lead.contact.id });
  const become = (which: Lead, within: Context, jobTitle: string) =>
    updateLead(within, { lead: { id: which.id }, changes: { contact: { jobTitle } } });
  await meanwhile(
    context,
    (inside) => become(lead, inside, "Programmer"),
    () => become(second, context, "Mathematician"),
  );
  expect((await eventsOf(location, second)).at(-1)).toMatchObject({
    before: { jobTitle: "Programmer" },
    after: { jobTitle: "Mathematician" },
  });
});

test("custom values are replaced whole, and required ones asked for", async () => {
  const own = await aLocation();
  const lead = await aLead(own);
  await change(contextOf(own), async (transaction) => {
    const field = { locationId: own.id, recordType: "lead" as const, dataType: "text" as const, options: [] };
    await transaction.insert(customFields).values([
      { ...field, id: newId(), fieldKey: "budget", name: "Budget", required: true },
      { ...field, id: newId(), fieldKey: "colour", name: "Colour" },
    ]);
    return { result: null, events: [{ type: "settings.changed", subject: { type: "location", id: own.id } }] };
  });
  const say = (fields: Record<string, unknown>) =>
    updateLead(contextOf(own), { lead: { id: lead.id }, changes: { customFields: fields } });
  const kept = () =>
    read(contextOf(own), (transaction) =>
      transaction
        .select({ value: customValues.value })
        .from(customValues)
        .where(eq(customValues.opportunityId, lead.id)),
    );
  await say({ budget: "10", colour: "red", unknown: "x" });
  expect(new Set((await kept()).map(({ value }) => value))).toEqual(new Set(["10", "red"]));
  await expect(say({ colour: "blue" })).rejects.toMatchObject({ issues: [{ path: ["budget"], rule: "required" }] });
  await say({ budget: "20" });
  expect(await kept()).toEqual([{ value: "20" }]);
});
