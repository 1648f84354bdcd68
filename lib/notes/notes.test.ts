import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { notes } from "@/db/schema/activity";
import { eventsOf } from "@/db/testing/events";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { addLeadNote } from "@/lib/leads/add-lead-note";
import { createLead } from "@/lib/leads/create-lead";
import { deleteLeadNote } from "@/lib/leads/delete-lead-note";
import { getLeadDetails } from "@/lib/leads/get-lead-details";
import { listLeadNotes } from "@/lib/leads/list-lead-notes";
import type { Lead } from "@/lib/leads/model";
import { updateLeadNote } from "@/lib/leads/update-lead-note";
import { createContactNote } from "./contact-notes";

let location: Location;
let admin: Member;
let rep: Member;
let key: Context;

beforeAll(async () => {
  location = await aLocation();
  admin = await aMember(location, { name: "Ada Admin" });
  rep = await aMember(location, { name: "Rita Rep", role: "rep" });
  key = contextOf(location, { type: "key", id: "0".repeat(20), name: "Website" });
});

const noteEvents = async (lead: Lead) =>
  (await eventsOf(location, lead)).filter(({ type }) => type.startsWith("note."));

describe("writing a note", () => {
  test("keeps who wrote it: a user by reference, a key by its name", async () => {
    const lead = await aLead(location);
    const byUser = await addLeadNote(contextOf(location, rep), { lead: { id: lead.id }, body: "Called." });
    const byKey = await addLeadNote(key, { lead: { number: lead.number }, body: "Filled in the form." });
    expect(byUser).toMatchObject({
      body: "Called.",
      authorName: "Rita Rep",
      createdBy: { number: rep.number },
      opportunityId: lead.id,
    });
    expect(byKey).toMatchObject({ authorName: "Website", createdBy: null, contactId: lead.contact.id });
    expect(await listLeadNotes(key, { id: lead.id })).toEqual([byUser, byKey]);
    expect(await noteEvents(lead)).toEqual([
      { type: "note.created", actor: "Rita Rep", before: null, after: { body: "Called." } },
      { type: "note.created", actor: "Website", before: null, after: { body: "Filled in the form." } },
    ]);
  });

  test("is refused on a lead that is not there, of another location, or not the caller's to read", async () => {
    const lead = await aLead(location);
    const elsewhere = await aLead(await aLocation());
    const restricted = contextOf(location, await aMember(location, { role: "rep", visibility: "own" }));
    const body = "Hello";
    await expect(addLeadNote(key, { lead: { number: 999_999_999 }, body })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(addLeadNote(key, { lead: { number: elsewhere.number }, body })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(addLeadNote(restricted, { lead: { id: lead.id }, body })).rejects.toMatchObject({ code: "not_found" });
    await expect(listLeadNotes(restricted, { id: lead.id })).rejects.toMatchObject({ code: "not_found" });
  });
});

test("a note is not rewritten over what somebody else made of it meanwhile", async () => {
  const lead = await aLead(location);
  const [author, other] = [contextOf(location, rep), contextOf(location, admin)];
  const { id } = await addLeadNote(author, { lead: { id: lead.id }, body: "Ring twice." });
  const rewrite = (who: Context, body: string, known: string) =>
    updateLeadNote(who, { lead: { id: lead.id }, note: { id }, changes: { body }, known: { body: known } });
  await rewrite(other, "Ring three times.", "Ring twice.");
  await expect(rewrite(author, "Knock.", "Ring twice.")).rejects.toMatchObject({
    code: "conflict",
    clashes: [{ field: "body", wanted: "Knock.", present: "Ring three times." }],
  });
  expect(await rewrite(author, "Knock.", "Ring three times.")).toMatchObject({ body: "Knock." });
  // The same words twice are no clash.
  expect(await rewrite(other, "Knock.", "Ring three times.")).toMatchObject({ body: "Knock." });
});

test("a note about a contact in general is one of each of its leads", async () => {
  const lead = await aLead(location);
  const about = { contactId: lead.contact.id };
  const second = await createLead(key, { ...about, name: "Another" });
  const own = await addLeadNote(key, { lead: { id: lead.id }, body: "About this one." });
  const general = await createContactNote(key, { ...about, body: "Prefers mornings." });
  expect(await listLeadNotes(key, { id: lead.id })).toEqual([own, general]);
  expect((await getLeadDetails(key, { id: second.id })).notes).toEqual([general]);

  const other = { id: (await aLead(location)).id };
  await expect(deleteLeadNote(key, { lead: other, note: general })).rejects.toMatchObject({ code: "not_found" });
  await deleteLeadNote(key, { note: { number: general.number } });
  expect(await listLeadNotes(key, { id: second.id })).toEqual([]);
});

describe("deleting a note", () => {
  test("hides it, keeps the row, and says so", async () => {
    const lead = await aLead(location);
    const note = await addLeadNote(key, { lead: { id: lead.id }, body: "Wrong person." });
    await deleteLeadNote(contextOf(location, rep), { note: { number: note.number }, lead: { id: lead.id } });
    expect(await listLeadNotes(key, { id: lead.id })).toEqual([]);
    const [row] = await read(key, (transaction) => transaction.select().from(notes).where(eq(notes.id, note.id)));
    expect(row?.deletedAt).toBeInstanceOf(Date);
    expect((await noteEvents(lead)).at(-1)).toEqual({
      type: "note.deleted",
      actor: "Rita Rep",
      before: { body: "Wrong person." },
      after: null,
    });
    await expect(deleteLeadNote(key, { note: { id: note.id } })).rejects.toMatchObject({
      code: "not_found",
      subject: "note",
    });
  });

  test("is for its author and administrators, where the caller asks for that", async () => {
    const lead = await aLead(location);
    const write = (by: Member) => addLeadNote(contextOf(location, by), { lead: { id: lead.id }, body: "Mine." });
    const onlyAuthor = true;
    const manager = contextOf(location, await aMember(location, { role: "manager" }));
    const note = await write(rep);
    await expect(deleteLeadNote(manager, { note, onlyAuthor })).rejects.toMatchObject({
      code: "forbidden",
      rule: "not_author",
    });
    await deleteLeadNote(contextOf(location, rep), { note, onlyAuthor });
    await deleteLeadNote(contextOf(location, admin), { note: await write(rep), onlyAuthor });
    await deleteLeadNote(key, { note: await write(rep), onlyAuthor });
    expect(await listLeadNotes(key, { id: lead.id })).toEqual([]);
  });

  test("does not reach notes of other leads, of deleted leads, or of leads the caller may not read", async () => {
    const [lead, other] = [await aLead(location), await aLead(location)];
    const note = await addLeadNote(key, { lead: { id: lead.id }, body: "Stays." });
    const restricted = contextOf(location, await aMember(location, { role: "rep", visibility: "own" }));
    await expect(deleteLeadNote(key, { note, lead: { id: other.id } })).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteLeadNote(restricted, { note })).rejects.toMatchObject({ code: "not_found" });
    await expect(deleteLeadNote(contextOf(await aLocation()), { note })).rejects.toMatchObject({ code: "not_found" });
    expect(await listLeadNotes(key, { id: lead.id })).toEqual([note]);
  });
});
