import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import { leadsV1Caller, type LeadsV1Caller, wrong } from "@/db/testing/leads-v1-caller";
import type { Location } from "@/lib/access/context";
import { wallTime } from "@/lib/kit/zone";
import { addLeadNote } from "@/lib/leads/add-lead-note";
import { deleteLead } from "@/lib/leads/delete-lead";
import { updateLead } from "@/lib/leads/update-lead";

const path = "/leads/view/lead/";
let location: Location;
let rita: Member;
let api: LeadsV1Caller;

beforeAll(async () => {
  location = await aLocation({ timeZone: "Asia/Kolkata" });
  rita = await aMember(location, { role: "rep", name: "Rita Rep" });
  api = await leadsV1Caller(routeTable, location, rita);
});

test("prints the lead with its notes, what happened to it, and the chance of winning it", async () => {
  const contact = { firstName: "Jane", lastName: "Doe", email: "jane@example.com", phone: "4155550100" };
  const lead = await aLead(location, { contact, description: "Please call", source: "website" }, rita);
  const at = (time: string) => contextOf(location, rita, new Date(time));
  const changes = { stage: { key: "potential" } };
  await updateLead(at("2026-05-01T20:00:00Z"), { lead, changes });
  const note = await addLeadNote(at("2026-05-02T20:00:00Z"), { lead, body: "Called" });
  const { status, body } = await api.get(path, { slug: lead.slug });
  const activity = (activity_type: string, created: string, sentence: string) => ({
    id: expect.any(Number),
    activity_type,
    created,
    activity: sentence,
  });
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      status_code: 200,
      errors: {},
      data: {
        id: lead.number,
        slug: lead.slug,
        first_name: "Jane",
        name: "Jane Doe",
        last_name: "Doe",
        phone: "4155550100",
        email: "jane@example.com",
        status: "potential",
        source: "website",
        message: "Please call",
        added_on: wallTime(lead.createdAt, "Asia/Kolkata"),
        recent_activities: [
          activity("note.created", "2026-05-03 01:30", "Rita Rep wrote a note."),
          activity("lead.stage_changed", "2026-05-02 01:30", "Rita Rep moved the lead to Potential."),
          activity("lead.created", wallTime(lead.createdAt, "Asia/Kolkata"), "Rita Rep added the lead."),
        ],
        notes: [
          {
            id: note.number,
            note: "Called",
            note_created: wallTime(note.createdAt, "Asia/Kolkata"),
            user: "Rita Rep",
          },
        ],
        conversion: 40,
      },
    },
  });
});

test("what is not known is an empty text", async () => {
  const lead = await aLead(location, { name: "A deal", contact: { email: "x@example.com" } });
  expect((await api.get(path, { slug: lead.slug })).body.data).toMatchObject({
    first_name: "",
    last_name: "",
    name: "A deal",
    phone: "",
    source: "",
    message: "",
  });
});

describe("every documented error", () => {
  const required = wrong("slug", "This field is required and this may not be blank.");
  const invalid = wrong("slug", "Requested slug is invalid.");

  test("a slug that is absent, blank, or nobody's", async () => {
    expect(await api.get(path)).toEqual(required);
    expect(await api.get(path, { slug: " " })).toEqual(required);
    expect(await api.get(path, { slug: "no-such-lead" })).toEqual(invalid);
  });

  test("a lead that was deleted, or that the caller may not read", async () => {
    const lead = await aLead(location, {}, rita);
    const rep = await leadsV1Caller(routeTable, location, await aMember(location, { role: "rep", visibility: "own" }));
    expect(await rep.get(path, { slug: lead.slug })).toEqual(invalid);
    await deleteLead(contextOf(location), { lead });
    expect(await api.get(path, { slug: lead.slug })).toEqual(invalid);
    expect(await api.get(path, { slug: (await aLead(await aLocation())).slug })).toEqual(invalid);
  });
});
