import type { Country } from "./places";

/** A stage as it is made in a location. */
export type StageProfile = { key: string; name: string; description: string; color: string; probability: number };

/** What people write about a lead while it is in one part of its way. A note is one of `says`, often with one of `next`. */
export type Remarks = { says: string[]; next: string[] };

/** Which part of its way an open lead is in. */
export type Part = "early" | "middle" | "late";

/** One pipeline of a demo location, and how leads travel through it. */
export type PipelineProfile = {
  name: string;
  stages: StageProfile[];
  /** The open stages in their order: how many days leads stay, and the share of them that is lost there. */
  steps: { key: string; days: readonly [number, number]; lost: number }[];
  wonKey: string;
  lostKey: string;
  /** How many of the location's leads are here, as a weight. */
  share: number;
  /** Categories by name, with weights. */
  categories: [string, number][];
  /** The value of a deal in major units: least, most, and what it is rounded to. */
  value: readonly [number, number, number];
  /** The share of leads that speak for a firm. */
  firms: number;
  titles: string[];
  /** What people write when they ask; in their own words. */
  messages: string[];
  remarks: Record<Part | "won" | "lost", Remarks>;
  tasks: string[];
  checklist: string[];
  /** What people meet for, by the part of the way that the lead has come. */
  meetings: Record<Part, string[]>;
  quotes: { fromKey: string; titles: string[] };
  tags: string[];
};

export type UserProfile = {
  username: string;
  name: string;
  role: "admin" | "manager" | "rep";
  visibility: "own" | "all";
  /** The short number to have; the next free one without it. */
  number?: number;
  /** How much of the leads this person gets, as a weight; 0 for nobody who sells. */
  share: number;
};

/** A campaign, and the sources of the leads it brought. */
export type CampaignProfile = { name: string; slug: string; sources: string[]; medium: string };

/** A custom field of leads, and the values it is given. */
export type FieldProfile = {
  fieldKey: string;
  name: string;
  dataType: "text" | "number" | "date" | "checkbox" | "option";
  options: string[];
  /** The share of leads that have a value. */
  filled: number;
};

/** All that makes one demo location what it is. */
export type Profile = {
  company: string;
  location: string;
  domain: string;
  timeZone: string;
  currency: string;
  country: Country;
  users: UserProfile[];
  pipelines: [PipelineProfile, ...PipelineProfile[]];
  /** The first one is the default. */
  categories: string[];
  /** Where leads come from, with weights. Words of the first lead API where it has one. */
  sources: [string, number][];
  campaigns: CampaignProfile[];
  fields: FieldProfile[];
  calendars: { name: string; color: string }[];
  leads: number;
  /** How many of the leads that were won became clients. */
  clients: number;
  /** Words that templates may use beside those about the lead: each is chosen anew where it stands. */
  words: Record<string, string[]>;
};

/** The part of the way that the open stage `key` belongs to. */
export function partOf({ steps }: PipelineProfile, key: string): Part {
  const step = steps.findIndex((one) => one.key === key);
  if (step <= 0) return "early";
  return step >= steps.length - 2 && step > 1 ? "late" : "middle";
}
