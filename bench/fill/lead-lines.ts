import { createRandom, type Random } from "@/db/seed/random";
import { base62 } from "@/lib/kit/id";
import { firstRank } from "@/lib/kit/rank";
import { inventPerson } from "./vocabulary";

/** A location to be filled: where its rows point. */
export type FilledLocation = {
  id: string;
  pipelineId: string;
  stageIds: string[];
  categoryIds: string[];
  calendarId: string;
  /** An option field of contacts. */
  customFieldId: string;
  users: { id: string; username: string; name: string }[];
};

/** The tables that are filled, and their columns in the order of a line. */
export const filledColumns = {
  contacts:
    "location_id id number first_name last_name name email email_normal phone phone_normal company_name city country source tags created_at updated_at",
  opportunities:
    "location_id id number slug contact_id pipeline_id stage_id name status value_minor currency category_id owner_id owner_reference created_by_id source description position stage_changed_at status_changed_at search_text created_at updated_at",
  events:
    "location_id id number actor_type actor_id actor_name type subject_type subject_id contact_id opportunity_id after occurred_at",
  notes: "location_id id number contact_id opportunity_id body created_by_id author_name created_at updated_at",
  appointments:
    "location_id id number calendar_id contact_id opportunity_id host_id note status starts_at ends_at time_zone created_at updated_at",
  opportunity_followers: "location_id id opportunity_id user_id position lead_created_at created_at updated_at",
  custom_values: "location_id id custom_field_id contact_id value created_at updated_at",
};

export type FilledTable = keyof typeof filledColumns;

/** The fields of a line by column; null and what is left out is no value. */
export type Fields = Record<string, string | number | null>;
type Write = (table: FilledTable, fields: Fields) => void;

export const sources = [
  "website",
  "search",
  "referral",
  "facebook",
  "direct",
  "instagram",
  "reddit",
  "twitter",
  "other",
];
const sourceWeights = [30, 18, 17, 9, 9, 6, 2, 3, 6];
/** How many of a hundred leads are in each stage, and what that makes of them. */
const stageWeights = [8, 10, 9, 8, 25, 40];
const stageStates = ["open", "open", "open", "open", "won", "lost"];
const categoryWeights = [50, 30, 20];
const dayMilliseconds = 86_400_000;
const historyMilliseconds = 730 * dayMilliseconds;
const halfHourMilliseconds = 1_800_000;

/** How many of 25 leads each location gets: one large, two small. */
const shares = [20, 3, 2];
const leadsPerAppointment = 50;
/** What lies behind of a diary, and what ahead. */
const behindMilliseconds = 25 * dayMilliseconds;
const aheadMilliseconds = 5 * dayMilliseconds;
/** How many appointments each user has ahead, however many leads there are: what is shown of them is as much. */
const appointmentsAhead = 10;

/** Writes the lines of `count` leads of the last two years over three locations, more of them lately. */
export function writeLeads(locations: FilledLocation[], count: number, now: number, write: Write): void {
  const random = createRandom(count);
  const numbers = locations.map(() => 0);
  for (let index = 0; index < count; index++) {
    const place = placeOf(index % 25);
    const location = locations[place];
    if (!location) throw new Error("There is no such location.");
    const number = (numbers[place] ?? 0) + 1;
    numbers[place] = number;
    // The square root makes the months denser towards now.
    const createdAt = Math.floor(now - historyMilliseconds * (1 - Math.sqrt((index + 0.5) / count)));
    const lead = writeLead(random, location, number, createdAt, now, write);
    if (number % leadsPerAppointment > 0) continue;
    const turn = number / leadsPerAppointment;
    writeAppointment(location, lead, turn, startOf(turn, location, (count * (shares[place] ?? 0)) / 25, now), write);
  }
}

function placeOf(turn: number): number {
  let left = turn;
  return shares.findIndex((share) => (left -= share) < 0);
}

/** One contact in fifty is a VIP, one in three reads the news. */
const tagsOf = (number: number): string => (number % 50 === 0 ? "{vip,news}" : number % 3 === 0 ? "{news}" : "{}");

type Made = { location_id: string; created_at: string; updated_at: string };
type WrittenLead = { base: Made; about: { contact_id: string; opportunity_id: string } };

function writeLead(
  random: Random,
  location: FilledLocation,
  number: number,
  createdAt: number,
  now: number,
  write: Write,
): WrittenLead {
  const { first, last, topic, company } = inventPerson(random);
  const made = new Date(createdAt).toISOString();
  const changedAt = Math.floor(createdAt + (now - createdAt) * random.next() * 0.3);
  const changed = new Date(changedAt).toISOString();
  const base = { location_id: location.id, created_at: made, updated_at: made };
  const owner = random.pick(location.users);
  const stage = weightedIndex(random, stageWeights);
  const contact = {
    id: nextId(createdAt),
    number,
    first_name: first,
    last_name: last,
    name: `${first} ${last}`,
    email: `${first}.${last}.${number}@mailbox.example`.toLowerCase(),
    company_name: company,
    source: sources[weightedIndex(random, sourceWeights)] ?? "other",
  };
  const digits = `312555${String(number % 10_000).padStart(4, "0")}`;
  const reached = { email_normal: contact.email, phone: digits, phone_normal: `+1${digits}` };
  write("contacts", {
    ...base,
    ...contact,
    ...reached,
    city: "Chicago",
    country: "United States",
    tags: tagsOf(number),
  });
  if (number % 5 === 0) {
    const value = number % 15 === 0 ? '"gold"' : '"tin"';
    write("custom_values", {
      ...base,
      id: nextId(createdAt),
      custom_field_id: location.customFieldId,
      contact_id: contact.id,
      value,
    });
  }

  const id = nextId(createdAt);
  const name = `${last}, ${topic} ${random.whole(3, 90)}`;
  const searched = [name, contact.name, company, contact.email].filter(Boolean).join(" ").toLowerCase();
  write("opportunities", {
    ...base,
    id,
    number,
    slug: `${first}-${last}-${number}`.toLowerCase(),
    contact_id: contact.id,
    pipeline_id: location.pipelineId,
    stage_id: location.stageIds[stage] ?? null,
    name,
    status: stageStates[stage] ?? null,
    value_minor: random.chance(0.8) ? random.whole(90, 4000) * 1000 : null,
    currency: "USD",
    category_id: location.categoryIds[weightedIndex(random, categoryWeights)] ?? null,
    owner_id: owner.id,
    owner_reference: owner.username,
    created_by_id: random.chance(0.4) ? owner.id : null,
    source: contact.source,
    description: "Asked through the form.",
    position: firstRank(changedAt),
    stage_changed_at: changed,
    status_changed_at: changed,
    search_text: searched,
    updated_at: changed,
  });

  const about = { contact_id: contact.id, opportunity_id: id };
  write("events", {
    ...base,
    ...about,
    id: nextId(createdAt),
    number: count,
    actor_type: "user",
    actor_id: owner.id,
    actor_name: owner.name,
    type: "lead.created",
    subject_type: "lead",
    subject_id: id,
    after: JSON.stringify({ name, stage: "contact", source: contact.source }),
    occurred_at: made,
  });
  if (random.chance(0.3)) {
    const author = { created_by_id: owner.id, author_name: owner.name };
    const body = `Called ${first}. Wants the numbers by email first.`;
    write("notes", {
      ...base,
      ...about,
      ...author,
      id: nextId(changedAt),
      number: count,
      body,
      created_at: changed,
      updated_at: changed,
    });
  }
  if (random.chance(0.1)) {
    const follower = {
      opportunity_id: id,
      user_id: random.pick(location.users).id,
      position: 0,
      lead_created_at: made,
    };
    write("opportunity_followers", { ...base, ...follower, id: nextId(createdAt) });
  }
  return { base, about };
}

/** When the appointment of a turn begins: first those ahead, then those behind, evenly spread and without overlaps. */
function startOf(turn: number, { users }: FilledLocation, leads: number, now: number): number {
  const place = Math.floor((turn - 1) / users.length);
  const midnight = Math.floor(now / dayMilliseconds) * dayMilliseconds;
  if (place < appointmentsAhead) return midnight + dayMilliseconds + (place * aheadMilliseconds) / appointmentsAhead;
  const slots = Math.ceil(leads / leadsPerAppointment / users.length);
  const step = Math.max(1, Math.floor(behindMilliseconds / halfHourMilliseconds / slots)) * halfHourMilliseconds;
  return midnight - (place - appointmentsAhead + 1) * step;
}

function writeAppointment(
  location: FilledLocation,
  { base, about }: WrittenLead,
  turn: number,
  startsAt: number,
  write: Write,
): void {
  write("appointments", {
    ...base,
    ...about,
    id: nextId(startsAt),
    number: count,
    calendar_id: location.calendarId,
    host_id: location.users[turn % location.users.length]?.id ?? null,
    note: "Roof walk",
    status: startsAt < Date.now() ? "showed" : "confirmed",
    starts_at: new Date(startsAt).toISOString(),
    ends_at: new Date(startsAt + halfHourMilliseconds).toISOString(),
    time_zone: "America/Chicago",
  });
}

function weightedIndex(random: Random, weights: number[]): number {
  let left = random.whole(0, 99);
  const index = weights.findIndex((weight) => (left -= weight) < 0);
  return index < 0 ? weights.length - 1 : index;
}

/** How many ids were made. Numbers of events and the like are taken from it: they need not follow closely. */
let count = 0;

/** The next id of a moment: of one moment, the one made first sorts first. */
function nextId(time: number): string {
  count++;
  return base62(time, 8) + base62(count, 12);
}
