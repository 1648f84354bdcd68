import { localDate } from "@/lib/kit/zone";
import type { Ledger, SeededLead } from "./lead-rows";
import { addDays, addMinutes, atClock, dateAfter, isWeekend } from "./local-time";
import { pastId } from "./past-id";
import { type Part, partOf, type UserProfile } from "./profile";
import type { Setting } from "./setting";

/** Where a host's day can hold an appointment, in minutes after midnight, and how long at most. */
const slots = [
  [8 * 60 + 30, 75],
  [10 * 60, 75],
  [11 * 60 + 30, 60],
  [13 * 60 + 30, 75],
  [15 * 60, 75],
  [16 * 60 + 30, 60],
] as const;
const lengths = [30, 45, 60, 60, 75] as const;
const daysBack = 60;
/** Nobody is met twice within so many days. */
const daysBetween = 4;
const daysAhead = 31;

/**
 * Writes the appointments of everybody who sells, from two months ago to a month from now: some every
 * working day, fewer the further away, and always some today. Nobody is in two places.
 */
export function addAppointments(setting: Setting, ledger: Ledger, leads: SeededLead[]): void {
  const { random, now, profile } = setting;
  const today = localDate(now, profile.timeZone);
  const hosts = profile.users.filter((user) => user.share > 0);
  const met = new Map<SeededLead, Date>();
  for (let day = -daysBack; day <= daysAhead; day++) {
    const date = dateAfter(today, day);
    if (isWeekend(date) && day !== 0) continue;
    for (const host of hosts) {
      const count = appointmentsOn(setting, day, host);
      for (const [start, longest] of random.shuffled(slots).slice(0, count)) {
        const startsAt = atClock(date, start, profile.timeZone);
        const minutes = Math.min(longest, random.pick(lengths));
        addAppointment(setting, ledger, { leads, met }, host, startsAt, addMinutes(startsAt, minutes));
      }
    }
  }
}

function appointmentsOn({ random, profile }: Setting, day: number, host: UserProfile): number {
  const busiest = Math.max(...profile.users.map((user) => user.share));
  const busy = host.share / busiest;
  // A small office has a small diary.
  const size = Math.min(1, profile.leads / 300);
  if (day === 0) return random.whole(1, size < 1 ? 1 : 3);
  const wanted = size * busy * (day < 0 ? 0.9 : day <= 7 ? 1.5 : 0.6 * (1 - day / 45));
  return Math.floor(wanted) + (random.chance(wanted % 1) ? 1 : 0);
}

/** The leads there are, and when each was met last. */
type Met = { leads: SeededLead[]; met: Map<SeededLead, Date> };

function addAppointment(
  setting: Setting,
  { rows, happened }: Ledger,
  { leads, met }: Met,
  host: UserProfile,
  startsAt: Date,
  endsAt: Date,
): void {
  const { random, now, profile, locationId } = setting;
  const rested = leads.filter((lead) => (met.get(lead)?.getTime() ?? 0) < addDays(startsAt, -daysBetween).getTime());
  const lead = leadToMeet(setting, rested, host, startsAt);
  if (!lead) return;
  met.set(lead, startsAt);
  const { story } = lead;
  const actor = setting.user(host);
  const bookable = Math.min(startsAt.getTime(), now.getTime()) - story.assignedAt.getTime();
  const createdAt = new Date(
    Math.min(startsAt.getTime(), now.getTime()) - Math.min(bookable * 0.8, random.whole(1, 9 * 24 * 60) * 60_000),
  );
  const isPast = endsAt <= now;
  const status = isPast
    ? random.weighted([["showed", 78], ["noshow", 9], ["cancelled", 9], ["rescheduled", 3], ["invalid", 1]] as const) // prettier-ignore
    : random.weighted([["confirmed", 64], ["new", 22], ["rescheduled", 9], ["cancelled", 5]] as const); // prettier-ignore
  const decidedAt = isPast ? endsAt : createdAt;
  const id = pastId(createdAt);
  const note = story.tell(random.pick(story.pipeline.meetings[partAt(lead, startsAt)]));
  rows.appointments.push({
    locationId,
    id,
    calendarId: setting.calendarId(/call|video|phone|review|quote/i.test(note) ? 1 : 0),
    ...lead.about,
    hostId: actor.id,
    note,
    status,
    startsAt,
    endsAt,
    timeZone: profile.timeZone,
    createdById: actor.id,
    createdAt,
    updatedAt: decidedAt,
    version: isPast ? 2 : 1,
  });
  const about = { subject: { type: "appointment", id }, ...lead.about };
  const first = isPast ? "confirmed" : status;
  happened.push({
    at: createdAt,
    actor,
    type: "appointment.created",
    ...about,
    after: { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), status: first, note },
  });
  if (isPast)
    happened.push({
      at: decidedAt,
      actor,
      type: "appointment.updated",
      ...about,
      before: { status: first },
      after: { status },
    });
}

/** The part of its way that the lead was in at a moment, as far as is known by now. */
function partAt({ story }: SeededLead, moment: Date): Part {
  const { wonKey, lostKey } = story.pipeline;
  const stage = story.moves.findLast(({ key, at }) => at <= moment && key !== wonKey && key !== lostKey);
  return stage ? partOf(story.pipeline, stage.key) : "early";
}

/** A lead of the host that was being worked on then; one of somebody else's, when the host has none. */
function leadToMeet({ random, now }: Setting, leads: SeededLead[], host: UserProfile, at: Date): SeededLead | null {
  const moment = at < now ? at : now;
  const alive = leads.filter(({ story }) => {
    const ended = story.status === "open" ? null : (story.moves.at(-1)?.at ?? null);
    return story.owner && story.assignedAt < addMinutes(moment, -20) && (ended === null || ended > moment);
  });
  const own = alive.filter(({ story }) => story.owner === host);
  if (own.length > 0) return random.pick(own);
  return alive.length > 0 ? random.pick(alive) : null;
}
