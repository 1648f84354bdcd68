import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { ForecastMonth } from "@/lib/reports/read-forecast";
import type { Funnel } from "@/lib/reports/read-funnel";
import type { Leader } from "@/lib/reports/read-leaders";
import type { Overdue } from "@/lib/reports/read-overdue";
import type { Stalled } from "@/lib/reports/read-stalled";
import { Named, time } from "./fields";

const Filter = z.custom<object>((value) => typeof value === "object").describe("The filter that lists these leads.");
const Stage = Named.extend({ color: z.string() });
const Owner = Named.nullable().describe("Null for leads of nobody.");
const leads = z.int();
const currency = z.string().describe("ISO 4217.");
const minor = z.int().describe("Minor units.");

export const FunnelAnswer = z.object({
  asOf: time,
  pipeline: Named.nullable(),
  steps: z.array(
    z.object({
      stage: Stage.nullable().describe("Null for the last step: won."),
      leads: leads.describe("Made in the range, standing here or further on."),
      ofPrevious: z.number().nullable().describe("Percent of the step before; null at the first."),
      days: z
        .number()
        .nullable()
        .describe("Median days of the stays here that ended in the range; null when none did."),
      filter: Filter,
    }),
  ),
});

export const ForecastAnswer = z.object({
  asOf: time,
  months: z.array(
    z.object({
      month: z.string().nullable().describe("`yyyy-mm`; null for whatever comes later."),
      leads,
      values: z
        .array(z.object({ currency, minor, weightedMinor: minor.describe("Times the chance of winning.") }))
        .describe("The location's own currency first."),
      filter: Filter.nullable().describe("Null where there is no deal."),
    }),
  ),
});

export const LeadersAnswer = z.object({
  asOf: time,
  leaders: z
    .array(
      z.object({
        owner: Owner,
        won: z.object({ leads, values: z.array(z.object({ currency, minor })), filter: Filter }),
        created: z.object({ leads, filter: Filter }),
      }),
    )
    .describe("The most won first."),
});

export const StalledAnswer = z.object({
  asOf: time,
  leads,
  filter: Filter.nullable(),
  stages: z.array(
    Stage.extend({
      pipeline: z.string(),
      afterDays: z.int().describe("Days without a move after which a deal has stalled here."),
      leads,
      filter: Filter,
    }),
  ),
});

export const OverdueAnswer = z.object({
  asOf: time,
  leads: leads.describe("Leads on which a task is overdue."),
  filter: Filter,
  owners: z.array(z.object({ owner: Owner, leads, filter: Filter })),
});

export type FunnelAnswer = z.infer<typeof FunnelAnswer>;
export type ForecastAnswer = z.infer<typeof ForecastAnswer>;
export type LeadersAnswer = z.infer<typeof LeadersAnswer>;
export type StalledAnswer = z.infer<typeof StalledAnswer>;
export type OverdueAnswer = z.infer<typeof OverdueAnswer>;

const asOf = ({ now }: Context) => ({ asOf: now.toISOString() });

/** The funnel as the wire shows it. */
export const printFunnel = (funnel: Funnel, context: Context): FunnelAnswer => ({ ...asOf(context), ...funnel });

/** The forecast as the wire shows it. */
export const printForecast = (months: ForecastMonth[], context: Context): ForecastAnswer => ({
  ...asOf(context),
  months,
});

/** Who won the most, as the wire shows it. */
export const printLeaders = (leaders: Leader[], context: Context): LeadersAnswer => ({ ...asOf(context), leaders });

/** Stalled deals as the wire shows them. */
export const printStalled = (stalled: Stalled, context: Context): StalledAnswer => ({ ...asOf(context), ...stalled });

/** Leads with overdue tasks as the wire shows them. */
export const printOverdue = (overdue: Overdue, context: Context): OverdueAnswer => ({ ...asOf(context), ...overdue });
