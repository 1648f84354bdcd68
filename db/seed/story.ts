import { slugify } from "@/lib/kit/text";
import { type Firm, inventFirm } from "./firms";
import { addDays, addMinutes, atWork } from "./local-time";
import { inventPerson, type Person } from "./people";
import { inventPlace, type Place } from "./places";
import type { CampaignProfile, PipelineProfile, Profile, UserProfile } from "./profile";
import type { Random } from "./random";
import { fillIn } from "./text-lists";

/** A person who asked, with how to reach them. One object per contact: leads of one person share it. */
export type Contact = {
  person: Person;
  place: Place;
  phone: string;
  email: string;
  firm: Firm | null;
  jobTitle: string | null;
};

/** A lead's way through its pipeline. */
export type Story = {
  number: number;
  contact: Contact;
  /** Whether an earlier lead brought the contact. */
  known: boolean;
  pipeline: PipelineProfile;
  category: string;
  source: string;
  campaign: CampaignProfile | null;
  /** Null when it came through a form. */
  madeBy: UserProfile | null;
  owner: UserProfile | null;
  followers: UserProfile[];
  createdAt: Date;
  assignedAt: Date;
  /** The stages it came to, by key, first the one it was made in. */
  moves: { key: string; at: Date }[];
  status: "open" | "won" | "lost" | "abandoned";
  /** In major units; null while nobody knows. */
  value: number | null;
  title: string;
  message: string | null;
  /** Fills the templates of the pipeline's texts in for this lead. */
  tell: (template: string) => string;
};

const mailDomains = ["mailbox.example", "homemail.example", "inbox.example", "postbox.example"];
const jobs = [
  "Owner",
  "Facilities manager",
  "Operations director",
  "Managing partner",
  "Head of finance",
  "Plant manager",
];
const formSources = new Set(["website", "search", "facebook", "instagram"]);

/** What nobody may be called, or reached at, a second time. */
export type Taken = Record<"names" | "firms" | "phones" | "emails", Set<string>>;

/** For the first storyteller of an installation: everything is free. */
export const nothingTaken = (): Taken => ({
  names: new Set(),
  firms: new Set(),
  phones: new Set(),
  emails: new Set(),
});

/**
 * Tells the stories of a location's leads, one after the other. Gives the same ones for the same
 * chance, but with other people than those in `taken`, to which it adds its own.
 */
export function createStoryteller(profile: Profile, random: Random, now: Date, taken: Taken) {
  const customers: { contact: Contact; since: Date }[] = [];
  const sellers = profile.users.filter((user) => user.share > 0);
  const zone = profile.timeZone;

  const inventContact = (withFirm: boolean): Contact => {
    const person = inventPerson(random, taken.names);
    const firm = withFirm ? inventFirm(random, taken.firms) : null;
    const email = inventEmail(random, person, firm, taken.emails);
    return {
      person,
      ...inventPlace(random, profile.country, taken.phones),
      email,
      firm,
      jobTitle: firm && random.pick(jobs),
    };
  };

  /** Those who bought come back for a plan, and now and then for more. */
  const contactFor = (pipeline: PipelineProfile, createdAt: Date): { contact: Contact; known: boolean } => {
    const returning = pipeline.wonKey === "active" ? 0.5 : 0.03;
    const earlier = customers.filter(({ since }) => since < createdAt);
    if (earlier.length > 0 && random.chance(returning)) return { contact: random.pick(earlier).contact, known: true };
    return { contact: inventContact(random.chance(pipeline.firms)), known: false };
  };

  return (number: number, createdAt: Date): Story => {
    const pipeline = random.weighted(profile.pipelines.map((one) => [one, one.share] as const));
    const { contact, known } = contactFor(pipeline, createdAt);
    const source = known ? "direct" : random.weighted(profile.sources);
    const campaigns = profile.campaigns.filter((campaign) => campaign.sources.includes(source));
    const seller = random.weighted(sellers.map((user) => [user, user.share] as const));
    const madeBy = formSources.has(source) && random.chance(0.75) ? null : seller;
    // What came through a form waits until somebody is at work.
    const assignedAt = madeBy ? createdAt : atWork(random, addMinutes(createdAt, 5), zone);
    const waiting = assignedAt > now;
    const travelled = travel(random, pipeline, assignedAt, zone, now);
    const value = dealValue(random, pipeline);
    const tell = teller(profile, random, contact, value);
    const { status } = travelled;
    if (status === "won") customers.push({ contact, since: travelled.moves.at(-1)?.at ?? createdAt });
    return {
      number,
      contact,
      known,
      pipeline,
      category: random.weighted(pipeline.categories),
      source,
      campaign: campaigns.length > 0 && random.chance(0.35) ? random.pick(campaigns) : null,
      madeBy,
      owner: waiting ? null : seller,
      followers: random.chance(0.13)
        ? random.shuffled(sellers.filter((user) => user !== seller)).slice(0, random.whole(1, 2))
        : [],
      createdAt,
      assignedAt: waiting ? createdAt : assignedAt,
      ...travelled,
      moves: travelled.moves.map((move, index) => (index === 0 ? { ...move, at: createdAt } : move)),
      value: status === "open" && travelled.moves.length === 1 && random.chance(0.55) ? null : value,
      title: tell(random.pick(pipeline.titles)),
      message: madeBy ? null : tell(random.pick(pipeline.messages)),
      tell,
    };
  };
}

/** From step to step until it is won, lost, or today. */
function travel(
  random: Random,
  pipeline: PipelineProfile,
  startsAt: Date,
  zone: string,
  now: Date,
): Pick<Story, "moves" | "status"> {
  const moves: Story["moves"] = [];
  let at = startsAt;
  for (const { key, days, lost } of pipeline.steps) {
    moves.push({ key, at });
    const [shortest, longest] = days;
    // Most are quick, a few take long.
    const stay = shortest + (longest - shortest) * random.next() ** 1.5;
    at = atWork(random, addDays(at, stay), zone);
    if (at >= now) return { moves, status: "open" };
    if (random.chance(lost)) {
      moves.push({ key: pipeline.lostKey, at });
      return { moves, status: random.chance(0.25) ? "abandoned" : "lost" };
    }
  }
  moves.push({ key: pipeline.wonKey, at });
  return { moves, status: "won" };
}

function dealValue(random: Random, { value: [least, most, step] }: PipelineProfile): number {
  const amount = least + (most - least) * random.next() ** 1.5;
  return Math.round(amount / step) * step;
}

/** Letters that lose nothing but their marks in an email address. */
const plainLetters: Record<string, string> = { ł: "l", đ: "d", ø: "o", ı: "i", æ: "ae" };
const plain = (text: string): string =>
  slugify(text.toLowerCase().replace(/[łđøıæ]/g, (letter) => plainLetters[letter] ?? "")).replaceAll("-", "");

function inventEmail(random: Random, { firstName, lastName }: Person, firm: Firm | null, taken: Set<string>): string {
  const [first, last] = [plain(firstName), plain(lastName)];
  const domain = firm?.domain ?? random.pick(mailDomains);
  const forms = firm
    ? [`${first}.${last}`, `${first.charAt(0)}.${last}`, first]
    : [
        `${first}.${last}`,
        `${first}${last.charAt(0)}${random.whole(60, 99)}`,
        `${last}.${first}`,
        `${first.charAt(0)}${last}`,
      ];
  const email =
    random
      .shuffled(forms)
      .map((form) => `${form}@${domain}`)
      .find((address) => !taken.has(address)) ?? `${first}.${last}.${taken.size}@${domain}`;
  taken.add(email);
  return email;
}

/** What is said about one lead agrees with itself: its size, its street, its people. */
function teller(profile: Profile, random: Random, contact: Contact, value: number): Story["tell"] {
  const { person, place, firm, jobTitle } = contact;
  const kw = Math.round((value / 2_650) * 10) / 10;
  const whole = (amount: number) => amount.toLocaleString("en-US");
  const known: Record<string, string> = {
    first: person.firstName,
    last: person.lastName,
    firm: firm?.name ?? `${person.lastName} family`,
    job: jobTitle?.toLowerCase() ?? "owner",
    partner: random.pick(
      person.gender === "Female"
        ? ["her husband", "her wife", "her sister"]
        : ["his wife", "his husband", "his father"],
    ),
    town: place.city,
    street: place.address,
    kw: kw.toFixed(1),
    bigKw: whole(Math.max(20, Math.round(value / 1_900 / 5) * 5)),
    panels: String(Math.max(6, Math.round((kw * 1000) / 420))),
    kwh: whole(Math.round((kw * 1_180) / 100) * 100),
    bill: String(random.whole(90, 340)),
    year: String(random.whole(1908, 2016)),
    value: new Intl.NumberFormat("en-US", {
      style: "currency",
      currency: profile.currency,
      maximumFractionDigits: 0,
    }).format(value),
  };
  return (template) =>
    fillIn(
      template,
      (name) => known[name] ?? (profile.words[name] && random.pick(profile.words[name])),
      random,
    ).replace(/^./, (letter) => letter.toUpperCase());
}
