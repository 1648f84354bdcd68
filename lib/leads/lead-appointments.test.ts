import { and, asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { events } from "@/db/schema/activity";
import { aLead, aLocation, aMember, contextOf, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import type { AppointmentDetails } from "@/lib/calendars/model";
import { read } from "@/lib/data/doors";
import { bookLeadAppointment } from "./book-lead-appointment";
import { deleteLead } from "./delete-lead";
import { deleteLeadAppointment } from "./delete-lead-appointment";
import { listLeadAppointments } from "./list-lead-appointments";
import type { Lead } from "./model";
import { updateLeadAppointment } from "./update-lead-appointment";

// Berlin: clocks go forward on 29 March 2026 at 02:00 and back on 25 October 2026 at 03:00.
const now = new Date("2026-03-02T09:00:00Z");
let location: Location;
let rita: Member;
let sam: Member;
let lead: Lead;

beforeAll(async () => {
  location = await aLocation({ timeZone: "Europe/Berlin" });
  rita = await aMember(location, { name: "Rita Rep", role: "rep" });
  sam = await aMember(location, { name: "Sam Rep", role: "rep" });
  lead = await aLead(location, {}, rita);
});

const by = (member: Member, at = now) => contextOf(location, member, at);

let day = 0;
/** A day of its own for each test that books: nobody's time is taken. */
const nextDay = () => `2027-01-${String(++day).padStart(2, "0")}`;

const wall = (startsAt: string, endsAt: string): Pick<AppointmentDetails, "startsAt" | "endsAt"> => ({
  startsAt: { wallTime: startsAt },
  endsAt: { wallTime: endsAt },
});

const book = (
  span: ReturnType<typeof wall>,
  rest: { status?: AppointmentDetails["status"]; member?: Member; of?: Lead } = {},
) =>
  bookLeadAppointment(by(rest.member ?? rita), {
    lead: rest.of ?? lead,
    note: "Call",
    status: rest.status ?? "new",
    ...span,
  });

const broken = (rule: string) => ({ code: "invalid", issues: [expect.objectContaining({ rule })] });
const taken = { code: "conflict", rule: "appointment_overlap" };

describe("the time of an appointment", () => {
  test("is read on the location's clock, and hosts whoever books it", async () => {
    const appointment = await book(wall("2026-06-01 10:00", "2026-06-01 10:30"));
    expect(appointment).toMatchObject({
      startsAt: new Date("2026-06-01T08:00:00Z"),
      endsAt: new Date("2026-06-01T08:30:00Z"),
      timeZone: "Europe/Berlin",
      host: { name: "Rita Rep" },
      contactId: lead.contact.id,
      opportunityId: lead.id,
    });
  });

  test("in the hour that spring leaves out is the first moment after it", async () => {
    const appointment = await book(wall("2026-03-29 02:30", "2026-03-29 03:15"));
    expect(appointment.startsAt).toEqual(new Date("2026-03-29T01:00:00Z"));
  });

  test("in the hour that autumn repeats is the first of the two, and stays what it is when it is sent back", async () => {
    const second = { startsAt: new Date("2026-10-25T01:30:00Z"), endsAt: new Date("2026-10-25T02:00:00Z") };
    const appointment = await book(second);
    const changes = { ...wall("2026-10-25 02:30", "2026-10-25 03:00"), note: "Moved nothing" };
    expect(await updateLeadAppointment(by(rita), { appointment, changes })).toMatchObject(second);
    const first = await book(wall("2026-10-25 02:30", "2026-10-25 03:00"), { member: sam });
    expect(first.startsAt).toEqual(new Date("2026-10-25T00:30:00Z"));
  });

  test("ends after it starts, and starts ahead of now", async () => {
    await expect(book(wall("2026-06-02 10:00", "2026-06-02 09:59"))).rejects.toMatchObject(broken("end_before_start"));
    await expect(book(wall("2026-06-02 10:00", "2026-06-02 10:00"))).rejects.toMatchObject(broken("end_before_start"));
    await expect(book(wall("2026-03-02 10:00", "2026-03-02 10:30"))).rejects.toMatchObject(broken("in_past"));
    await expect(book(wall("2026-02-30 10:00", "2026-03-02 10:30"))).rejects.toMatchObject(broken("time"));
    expect(await book(wall("2026-03-02 10:01", "2026-03-02 10:30"))).toBeDefined();
  });

  test("can be taken once: what touches does not overlap, what is cancelled frees, another host has their own", async () => {
    const on = nextDay();
    const taking = await book(wall(`${on} 10:00`, `${on} 11:00`));
    await expect(book(wall(`${on} 10:30`, `${on} 10:45`))).rejects.toMatchObject(taken);
    await book(wall(`${on} 11:00`, `${on} 12:00`));
    await book(wall(`${on} 10:00`, `${on} 11:00`), { member: sam });
    const waiting = await book(wall(`${on} 10:00`, `${on} 11:00`), { status: "cancelled" });
    await expect(
      updateLeadAppointment(by(rita), { appointment: waiting, changes: { status: "confirmed" } }),
    ).rejects.toMatchObject(taken);
    await updateLeadAppointment(by(rita), { appointment: taking, changes: { status: "cancelled" } });
    const confirmed = await updateLeadAppointment(by(rita), { appointment: waiting, changes: { status: "confirmed" } });
    expect(confirmed.status).toBe("confirmed");
    await deleteLeadAppointment(by(rita), { appointment: waiting });
    await book(wall(`${on} 10:00`, `${on} 11:00`));
  });

  test("is booked once when two ask at the same moment", async () => {
    const on = nextDay();
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => book(wall(`${on} 09:00`, `${on} 09:30`))));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of tries) if (one.status === "rejected") expect(one.reason).toMatchObject(taken);
  });
});

describe("changing an appointment", () => {
  test("checks one end against the other that stays", async () => {
    const on = nextDay();
    const appointment = await book(wall(`${on} 10:00`, `${on} 11:00`));
    const change = (changes: Partial<AppointmentDetails>) => updateLeadAppointment(by(rita), { appointment, changes });
    await expect(change({ startsAt: { wallTime: `${on} 11:30` } })).rejects.toMatchObject(broken("end_before_start"));
    await expect(change({ endsAt: { wallTime: `${on} 09:30` } })).rejects.toMatchObject(broken("end_before_start"));
    expect(await change({ endsAt: { wallTime: `${on} 12:00` } })).toMatchObject({ startsAt: appointment.startsAt });
  });

  test("lets a start that stays lie in the past, and no new one", async () => {
    const appointment = await book(wall("2026-03-02 11:00", "2026-03-02 11:30"));
    const later = by(rita, new Date("2026-03-09T09:00:00Z"));
    const changes = { status: "showed", ...wall("2026-03-02 11:00", "2026-03-02 11:45") } as const;
    expect(await updateLeadAppointment(later, { appointment, changes })).toMatchObject({ status: "showed" });
    await expect(
      updateLeadAppointment(later, { appointment, changes: wall("2026-03-02 11:05", "2026-03-02 11:45") }),
    ).rejects.toMatchObject(broken("in_past"));
  });

  test("says what changed, and leaves the rest", async () => {
    const on = nextDay();
    const appointment = await book(wall(`${on} 10:00`, `${on} 11:00`));
    await updateLeadAppointment(by(rita), { appointment, changes: { note: "Demo", status: "confirmed" } });
    await deleteLeadAppointment(by(sam), { appointment });
    const said = await read(contextOf(location), (transaction) =>
      transaction
        .select({ type: events.type, actor: events.actorName, before: events.before, after: events.after })
        .from(events)
        .where(and(eq(events.subjectId, appointment.id), eq(events.opportunityId, lead.id)))
        .orderBy(asc(events.id)),
    );
    const times = { startsAt: `${on}T09:00:00.000Z`, endsAt: `${on}T10:00:00.000Z` };
    expect(said).toEqual([
      {
        type: "appointment.created",
        actor: "Rita Rep",
        before: null,
        after: { note: "Call", status: "new", ...times },
      },
      {
        type: "appointment.updated",
        actor: "Rita Rep",
        before: { note: "Call", status: "new" },
        after: { note: "Demo", status: "confirmed" },
      },
      {
        type: "appointment.deleted",
        actor: "Sam Rep",
        before: { note: "Demo", status: "confirmed", ...times },
        after: null,
      },
    ]);
  });

  test("is for its host and administrators, and moves to leads the caller works on, where that is asked for", async () => {
    const on = nextDay();
    const appointment = await book(wall(`${on} 10:00`, `${on} 11:00`));
    const changes = { note: "Mine now" };
    const own = { appointment, onlyOwn: true };
    await expect(updateLeadAppointment(by(sam), { ...own, changes })).rejects.toMatchObject({
      rule: "not_own_appointment",
    });
    await expect(deleteLeadAppointment(by(sam), own)).rejects.toMatchObject({ rule: "not_own_appointment" });
    const admin = await aMember(location);
    expect((await updateLeadAppointment(by(admin), { ...own, changes })).note).toBe("Mine now");

    const theirs = await aLead(location, {}, sam);
    const move = { ...own, changes: { lead: theirs }, onlyAssigned: true };
    await expect(updateLeadAppointment(by(rita), move)).rejects.toMatchObject({ rule: "not_on_lead" });
    expect(await updateLeadAppointment(by(admin), move)).toMatchObject({
      opportunityId: theirs.id,
      contactId: theirs.contact.id,
    });
    const stay = { ...own, changes: { lead: theirs, note: "Stays there" }, onlyAssigned: true };
    expect((await updateLeadAppointment(by(rita), stay)).note).toBe("Stays there");
    await expect(
      bookLeadAppointment(by(rita), {
        lead: theirs,
        onlyAssigned: true,
        note: "",
        status: "new",
        ...wall(`${on} 12:00`, `${on} 13:00`),
      }),
    ).rejects.toMatchObject({ rule: "not_on_lead" });
  });

  test("does not reach what the caller may not read", async () => {
    const on = nextDay();
    const appointment = await book(wall(`${on} 10:00`, `${on} 11:00`));
    const stranger = await aMember(location, { role: "rep", visibility: "own" });
    const elsewhere = await aLocation();
    for (const context of [by(stranger), contextOf(elsewhere, await aMember(elsewhere), now)]) {
      const { number } = appointment;
      await expect(updateLeadAppointment(context, { appointment: { number }, changes: {} })).rejects.toMatchObject({
        code: "not_found",
      });
      await expect(deleteLeadAppointment(context, { appointment: { number } })).rejects.toMatchObject({
        code: "not_found",
      });
      expect((await listLeadAppointments(context, { page: { limit: 10, offset: 0 } })).total).toBe(0);
    }
  });
});

describe("listing appointments", () => {
  const everything = { limit: 100, offset: 0 };

  test("concerns a user who hosts them, or made the lead or is assigned to it", async () => {
    const here = await aLocation();
    const [maker, owner, bystander, host] = await Promise.all([1, 2, 3, 4].map(() => aMember(here, { role: "rep" })));
    if (!maker || !owner || !bystander || !host) throw new Error("Four members were made.");
    const about = await aLead(here, { owner: { username: owner.username } }, maker);
    const details = {
      note: "",
      status: "new",
      startsAt: new Date("2027-02-01T10:00:00Z"),
      endsAt: new Date("2027-02-01T11:00:00Z"),
    } as const;
    await bookLeadAppointment(contextOf(here, host, now), { lead: about, ...details });
    const countFor = async ({ id }: Member) =>
      (await listLeadAppointments(contextOf(here), { filter: { concerning: { userId: id } }, page: everything })).total;
    expect(await Promise.all([maker, owner, bystander, host].map(countFor))).toEqual([1, 1, 0, 1]);
    await deleteLead(contextOf(here), { lead: about });
    expect(await Promise.all([maker, owner, bystander, host].map(countFor))).toEqual([0, 0, 0, 1]);
  });

  test("filters by time, status and first name, and pages in a stable order", async () => {
    const here = await aLocation();
    const host = await aMember(here);
    const [ada, bob] = [
      await aLead(here, { contact: { firstName: "Ada" } }, host),
      await aLead(here, { contact: { firstName: "Bob%" } }, host),
    ];
    const at = (hour: number) => new Date(Date.UTC(2027, 1, 1, hour));
    for (const [hour, of, status] of [
      [8, ada, "new"],
      [9, bob, "showed"],
      [10, ada, "noshow"],
      [10, bob, "cancelled"],
    ] as const) {
      await bookLeadAppointment(contextOf(here, host, now), {
        lead: of,
        note: `${of.contact.firstName ?? ""} at ${hour}`,
        status,
        startsAt: at(hour),
        endsAt: at(hour + 1),
      });
    }
    const list = async (asked: Omit<Parameters<typeof listLeadAppointments>[1], "page">, page = everything) =>
      (await listLeadAppointments(contextOf(here, host), { ...asked, page })).appointments.map(({ note }) => note);
    const newest = ["Bob% at 10", "Ada at 10", "Bob% at 9", "Ada at 8"];
    expect(await list({})).toEqual(newest);
    expect(await list({ order: "soonest" })).toEqual(newest.toReversed());
    expect(await list({}, { limit: 2, offset: 1 })).toEqual(newest.slice(1, 3));
    expect(await list({ filter: { startsFrom: at(9), startsBefore: at(10) } })).toEqual(["Bob% at 9"]);
    expect(await list({ filter: { statuses: ["noshow", "cancelled"] } })).toEqual(newest.slice(0, 2));
    expect(await list({ filter: { firstName: "aD" } })).toEqual(["Ada at 10", "Ada at 8"]);
    expect(await list({ filter: { firstName: "%" } })).toEqual(["Bob% at 10", "Bob% at 9"]);
  });
});
