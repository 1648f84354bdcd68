import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { attachments, customFields } from "@/db/schema/activity";
import { users } from "@/db/schema/companies";
import { leadTallies, opportunities } from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, contextOf } from "@/db/testing/factories";
import { contentOf } from "@/db/testing/zip-content";
import { asSystem, change, read } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { addLeadNote } from "@/lib/leads/add-lead-note";
import { attachLeadFile } from "@/lib/leads/attach-lead-file";
import { bookLeadAppointment } from "@/lib/leads/book-lead-appointment";
import { createLead } from "@/lib/leads/create-lead";
import { deleteLead } from "@/lib/leads/delete-lead";
import { storage } from "@/lib/providers/storage/configured";
import { readLocation } from "./read-location";
import { leftOut } from "./tables";
import { writeLocation } from "./write-location";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "leadwright-transfer-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const aPath = () => join(folder, `${files++}.zip`);

test("a location that is written and read in again is the same, field by field", async () => {
  const source = await aLocation({ name: "Acme Ltd", timeZone: "America/New_York", currency: "JPY", country: "JP" });
  const admin = await aMember(source, { name: "Ada Admin" });
  const context = contextOf(source, admin);
  await change(context, async (transaction) => {
    await transaction.insert(customFields).values({
      locationId: source.id,
      id: newId(),
      recordType: "lead",
      fieldKey: "budget",
      name: "Budget",
      dataType: "number",
    });
    return { result: null, events: [{ type: "settings.changed", subject: { type: "location", id: source.id } }] };
  });
  const lead = await createLead(context, {
    contact: { firstName: "Zoë", lastName: 'O"Brien', email: "zoe@example.com", phone: "+81 3 1234 5678" },
    valueMinor: 9_007_199_254_740_991,
    tags: ["a,b", "c\nd", "{}"],
    note: "Line one\nline two",
    customFields: { budget: 12.5 },
    owner: { username: admin.username },
  });
  const deleted = await aLead(source, {}, admin);
  await deleteLead(context, { lead: { id: deleted.id } });
  await addLeadNote(context, { lead: { id: lead.id }, body: "Grüße" });
  await bookLeadAppointment(context, {
    lead: { id: lead.id },
    startsAt: new Date("2026-12-01T10:00:00Z"),
    endsAt: new Date("2026-12-01T11:00:00Z"),
    note: "Bring the plan",
    status: "new",
  });
  await attachLeadFile(context, {
    lead: { id: lead.id },
    file: new File(["The roof"], "roof.txt", { type: "text/plain" }),
  });

  const first = aPath();
  const manifest = await writeLocation(context, first);
  expect(manifest).toMatchObject({ files: 1, missingFiles: [] });
  const target = await aLocation({ companyId: source.companyId });
  const done = await readLocation(first, target.id);
  expect(done).toMatchObject({ files: 1, users: { known: 1, made: 0 } });

  const second = aPath();
  await writeLocation({ ...contextOf(target), now: context.now }, second);
  const [before, after] = [await contentOf(first), await contentOf(second)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const [name, bytes] of before) {
    const plain = (content: Buffer | undefined) =>
      content?.toString().replaceAll(source.id, "LOCATION").replaceAll(target.id, "LOCATION");
    // The target's own member stays, and when a location was made and changed is its own affair.
    if (name !== "location.json") expect(plain(after.get(name)), name).toBe(plain(bytes));
  }
  const settings = JSON.parse((after.get("location.json") ?? Buffer.from("{}")).toString());
  expect(settings).toMatchObject({ name: "Acme Ltd", time_zone: "America/New_York", currency: "JPY", country: "JP" });
  expect(
    [...before.keys()].filter((name) => Object.keys(leftOut).some((table) => name === `data/${table}.jsonl`)),
  ).toEqual([]);

  const here = { ...contextOf(target), location: { ...target, currency: "JPY" } };
  const [[file], tallies] = await read(here, (transaction) =>
    Promise.all([
      transaction.select().from(attachments).where(eq(attachments.locationId, target.id)),
      transaction.select().from(leadTallies).where(eq(leadTallies.locationId, target.id)),
    ]),
  );
  const kept = await (await storage()).get(file?.storageKey ?? "");
  expect(await new Response(kept.stream).text()).toBe("The roof");
  expect(file?.storageKey.startsWith(`${target.id}/`)).toBe(true);
  expect(tallies.filter(({ createdOn }) => createdOn === null).reduce((sum, { leads }) => sum + leads, 0)).toBe(1);
  // What is made from now on has numbers of its own.
  expect((await aLead(here.location)).number).toBeGreaterThan(lead.number);
});

test("people who are not known are added, without a password", async () => {
  const source = await aLocation();
  const admin = await aMember(source, { name: "Ada Admin" });
  const lead = await aLead(source, { owner: { username: admin.username } }, admin);
  const path = aPath();
  await writeLocation(contextOf(source), path);
  const target = await aLocation();
  await expect(readLocation(path, target.id)).rejects.toThrow("belongs to another company");
  await asSystem("test", (transaction) =>
    transaction
      .update(users)
      .set({ email: "moved@example.com", emailNormal: "moved@example.com" })
      .where(eq(users.id, admin.id)),
  );
  expect((await readLocation(path, target.id)).users).toEqual({ known: 0, made: 1 });
  const [owned] = await read(contextOf(target), (transaction) =>
    transaction.select({ ownerId: opportunities.ownerId }).from(opportunities).where(eq(opportunities.id, lead.id)),
  );
  expect(owned?.ownerId).not.toBe(admin.id);
  expect(owned?.ownerId).toHaveLength(20);
});

test("what is no export, and a location with leads, are refused and left as they are", async () => {
  const path = aPath();
  writeFileSync(path, "no zip");
  const target = await aLocation();
  await expect(readLocation(path, target.id)).rejects.toThrow("can not be read as a ZIP file");
  const whole = aPath();
  await writeLocation(contextOf(target), whole);
  await expect(readLocation(whole, newId())).rejects.toThrow("There is no location");
  await aLead(target);
  await expect(readLocation(whole, target.id)).rejects.toThrow("has leads or contacts already");
});
