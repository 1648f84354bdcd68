import { addDays, addMinutes, atWork } from "@/db/seed/local-time";
import type { Random } from "@/db/seed/random";
import type { Contact, Story } from "@/db/seed/story";
import { fillIn } from "@/db/seed/text-lists";
import { commercial } from "./commercial";
import { home } from "./home";
import { solar } from "./profile";

/** The lead that the samples of a lead API's document read, change and convert. */
export const acmeNumber = 59;

const contact: Contact = {
  person: { firstName: "Jane", lastName: "Doe", gender: "Female" },
  place: {
    address: "2210 W Belden Avenue",
    city: "Chicago",
    state: "IL",
    postalCode: "60614",
    country: "United States",
  },
  phone: "+1 555 0100",
  email: "jane@acme.example",
  firm: {
    name: "Acme Inc",
    industry: "Manufacturing",
    employees: "51-200",
    website: "https://acme.example",
    domain: "acme.example",
  },
  jobTitle: "CTO",
};

/** Lead 59 instead of what chance told: asked early, put off for a new roof, back at the start since a few weeks. */
export function acmeStory(told: Story, random: Random, now: Date): Story {
  const sam = solar.users.find(({ number }) => number === 53);
  if (!sam) throw new Error("Sam works here.");
  const tell = (template: string) =>
    fillIn(template, (name) => words[name] ?? (solar.words[name] && random.pick(solar.words[name])), random);
  return {
    ...told,
    contact,
    known: false,
    // In the pipeline of the samples' stages, but spoken of as the firm it is.
    pipeline: { ...home, remarks, tasks: commercial.tasks, meetings: commercial.meetings },
    category: "Commercial solar",
    source: "website",
    campaign: null,
    madeBy: null,
    owner: sam,
    assignedAt: atWork(random, addMinutes(told.createdAt, 5), solar.timeZone),
    followers: [],
    moves: [
      { key: "contact", at: told.createdAt },
      { key: "prospect", at: atWork(random, addDays(told.createdAt, 9), solar.timeZone) },
      { key: "contact", at: atWork(random, addDays(now, -19), solar.timeZone) },
    ],
    status: "open",
    value: 96_000,
    title: "Acme – warehouse roof",
    message:
      "Inbound enquiry. We get a new roof this year and would like to know what panels on the small warehouse would bring.",
    tell,
  };
}

const remarks = {
  ...home.remarks,
  early: {
    says: [
      "Called Jane, {job} of {firm}. They own the building; the warehouse roof is from {year} and gets replaced this summer.",
      "{first} again: the new roof is on, and the budget for panels is there from {month}.",
      "Sent Jane the reference list and two pictures of a roof like theirs.",
    ],
    next: ["She sends the drawings.", "Talks to {partner} first.", "Survey as soon as they are ready."],
  },
  middle: {
    says: [
      "Layout for {bigKw} kW is drawn, {panels} panels. Parked until the roofer is done.",
      "Base load is small at night, so the array should not be larger than {bigKw} kW.",
      "Roofer and we agreed on the walkways, so nothing has to be moved later.",
    ],
    next: ["I call in {month}.", "Nothing to do until the roof is on."],
  },
};

const words: Record<string, string> = {
  first: "Jane",
  last: "Doe",
  firm: "Acme Inc",
  job: "CTO",
  partner: "the plant manager",
  town: "Chicago",
  street: "2210 W Belden Avenue",
  kw: "50.4",
  bigKw: "50",
  panels: "120",
  kwh: "59,500",
  bill: "310",
  year: "1987",
  value: "$96,000",
};
