import { beforeAll, describe, expect, test } from "vitest";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Context, Location } from "@/lib/access/context";
import { NotFound } from "@/lib/access/errors";
import { newId } from "@/lib/kit/id";
import { createContactNote } from "@/lib/notes/contact-notes";
import { addLeadNote } from "./add-lead-note";
import { addLeadTask } from "./add-lead-task";
import { assignLead } from "./assign-lead";
import { attachLeadFile } from "./attach-lead-file";
import { bookLeadAppointment } from "./book-lead-appointment";
import { deleteLeadNote } from "./delete-lead-note";
import { logLeadCall } from "./log-lead-call";
import { type Lead, type TimelineKind, timelineKinds } from "./model";
import { moveLead } from "./move-lead";
import { readLeadTimeline } from "./read-lead-timeline";
import { updateLead } from "./update-lead";
import { updateLeadNote } from "./update-lead-note";

let location: Location;
let grace: Member;
let context: Context;
let lead: Lead;

beforeAll(async () => {
  location = await aLocation();
  grace = await aMember(location, { name: "Grace", username: "grace" });
  context = contextOf(location, grace);
  lead = await aLead(location, { name: "Roof" }, grace);
  const pinned = await addLeadNote(context, { lead, body: "Ring the bell twice @Grace", mentions: [grace.id] });
  await updateLeadNote(context, { lead, note: pinned, changes: { pinned: true } });
  const gone = await addLeadNote(context, { lead, body: "Wrong lead" });
  await deleteLeadNote(context, { note: gone });
  const call = { direction: "outgoing", outcome: "reached", durationSeconds: 60, body: "Wants it red" } as const;
  await logLeadCall(context, { lead, ...call });
  await addLeadTask(context, { lead, title: "Measure" });
  const startsAt = new Date(Date.now() + 3_600_000);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  await bookLeadAppointment(context, { lead, startsAt, endsAt, note: "Visit", status: "confirmed" });
  await attachLeadFile(context, { lead, file: new File(["x"], "plan.txt") });
  await moveLead(context, { lead, stage: { key: "prospect" } });
  await assignLead(context, { lead, assigned: [grace.number] });
  await updateLead(context, { lead, changes: { valueMinor: 700, contact: { name: "Ada King" } } });
});

const read = (given: { kind?: TimelineKind; after?: string; limit?: number } = {}) =>
  readLeadTimeline(context, { leadId: lead.id, limit: 100, ...given });

test("shows what happened, the last first, and nothing that is said twice", async () => {
  const { entries, next } = await read();
  expect(entries.map(({ type }) => type)).toEqual([
    "contact.updated",
    "lead.updated",
    "lead.assigned",
    "lead.stage_changed",
    "attachment.created",
    "appointment.created",
    "task.created",
    "lead.updated",
    "call.logged",
    "note.created",
    "lead.created",
  ]);
  expect(next).toBeNull();
});

test("says what changed, with names in place of ids", async () => {
  const { entries } = await read({ kind: "changes" });
  expect(entries.map(({ changes }) => changes.map(({ field, before, after }) => [field, before, after]))).toEqual([
    [["name", "Ada Lovelace", "Ada King"]],
    [["valueMinor", null, 700]],
    [["assigned", [], ["Grace"]]],
    [["lastContactedOn", null, expect.any(String)]],
  ]);
});

test("shows records as they are now", async () => {
  const { entries, pinned } = await read();
  expect(pinned).toMatchObject([{ body: "Ring the bell twice @Grace", mentions: [{ id: grace.id, name: "Grace" }] }]);
  const found = (type: string) => entries.find((entry) => entry.type === type);
  expect(found("call.logged")?.call).toMatchObject({ body: "Wants it red", durationSeconds: 60 });
  expect(found("task.created")?.task).toMatchObject({ title: "Measure", completedAt: null });
  expect(found("attachment.created")?.file).toMatchObject({ fileName: "plan.txt", id: expect.any(String) });
  expect(found("lead.stage_changed")).toMatchObject({ fromStage: "Contact", toStage: "Prospect" });
});

test("shows what a program noted about the person on every lead of theirs, where it is pinned, changed and deleted", async () => {
  const one = await aLead(location, { name: "Barn" }, grace);
  const other = await aLead(location, { name: "Stable", contactId: one.contact.id }, grace);
  const said = { title: "Gate", color: "#aa3311", body: "The gate sticks" };
  const key = contextOf(location, { type: "key", id: newId(), name: "Program" });
  const note = await createContactNote(key, { contactId: one.contact.id, ...said, pinned: true });
  const pinnedOn = async (leadId: string) => (await readLeadTimeline(context, { leadId, limit: 10 })).pinned;
  expect(await pinnedOn(one.id)).toMatchObject([said]);
  expect(await pinnedOn(other.id)).toMatchObject([said]);
  await updateLeadNote(context, { lead: one, note, changes: { pinned: false } });
  expect(await pinnedOn(other.id)).toEqual([]);
  await expect(updateLeadNote(context, { lead, note, changes: { pinned: true } })).rejects.toThrow(NotFound);
  await expect(deleteLeadNote(context, { lead, note })).rejects.toThrow(NotFound);
  await deleteLeadNote(context, { lead: other, note });
  const { entries } = await readLeadTimeline(context, { leadId: one.id, kind: "notes", limit: 10 });
  expect(entries).toEqual([]);
});

describe("a page", () => {
  test("comes after another, and none is skipped or repeated", async () => {
    const whole = (await read()).entries.map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await read({ limit: 3, after });
      paged.push(...page.entries.map(({ id }) => id));
      if (after !== undefined) expect(page.pinned).toEqual([]);
      if (page.next === null) break;
      after = page.next;
    }
    expect(paged).toEqual(whole);
  });

  test.each(timelineKinds)("of %s has these alone", async (kind) => {
    const { entries } = await read({ kind });
    expect(new Set(entries.map((entry) => entry.kind))).toEqual(new Set(kind === "mail" ? [] : [kind]));
  });
});

test("nobody reads it who may not read the lead", async () => {
  const rep = await aMember(location, { role: "rep", visibility: "own" });
  for (const stranger of [contextOf(location, rep), contextOf(await aLocation())])
    await expect(readLeadTimeline(stranger, { leadId: lead.id, limit: 10 })).rejects.toThrow(NotFound);
});
