/** What a location chose about its pipelines. */
export type PipelineSettings = {
  /** Whether people are asked why a deal is lost. */
  asksLostReason: boolean;
  /** Days without a move after which an open deal has stalled, where its stage says nothing else. */
  stalledAfterDays: number;
  /** Why deals are lost, in the order they are offered. */
  lostReasons: LostReason[];
};

export type LostReason = { id: string; name: string };

/** A pipeline as its settings show it. */
export type Pipeline = {
  id: string;
  name: string;
  /** Whether new leads start here when nothing else is said. One of the pipelines is it. */
  isDefault: boolean;
  stages: PipelineStageSettings[];
};

/** A stage with all that people choose about it. */
export type PipelineStageSettings = {
  id: string;
  /** The word programs use; it stays when the stage is renamed. */
  key: string;
  name: string;
  /** `#rrggbb`. */
  color: string;
  /** Chance of winning, 0 to 100. */
  probability: number;
  /** Days without a move after which a deal here has stalled; null: the location's own number. */
  stalledAfterDays: number | null;
  /** How many leads are here, open or not; those in the bin are not counted. */
  leads: number;
};

/** How many stages a pipeline has at most, and how many pipelines a location. */
export const mostStages = 40;
export const mostPipelines = 40;

/** The stages of a new pipeline, until somebody names others. */
export const freshStages = [
  { name: "New", color: "#64748b", probability: 10, stalledAfterDays: null },
  { name: "Qualified", color: "#3b82f6", probability: 30, stalledAfterDays: null },
  { name: "Offer made", color: "#8b5cf6", probability: 60, stalledAfterDays: null },
  { name: "Agreed", color: "#10b981", probability: 90, stalledAfterDays: null },
] as const;

/** What holds until a location chooses something else. */
export const startingPipelineSettings = { asksLostReason: true, stalledAfterDays: 30 } as const;

const millisecondsPerDay = 86_400_000;

/**
 * What a sum of open deals is expected to bring: minor units times the stage's chance of winning
 * (0 to 100). Rounded once, for the whole column and currency, half away from zero.
 */
export function weightedMinor(minor: number, probability: number): number {
  // A product of two large integers would lose its last digits.
  const product = BigInt(Math.abs(minor)) * BigInt(probability);
  const rounded = Number((product + 50n) / 100n);
  return minor < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Whole days of 24 hours that a lead has been in its stage; 0 for a moment that is yet to come. */
export const daysInStage = (stageChangedAt: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - stageChangedAt.getTime()) / millisecondsPerDay));

/** Whether an open deal has stalled: it has been in its stage for more days than the stage, else the location, allows. */
export const isStalled = (days: number, stageDays: number | null, locationDays: number): boolean =>
  days > (stageDays ?? locationDays);
