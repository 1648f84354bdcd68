import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { appointmentStatuses } from "@/lib/calendars/model";
import { isId } from "@/lib/kit/id";
import { withoutSource } from "@/lib/leads/model";
import type { ActivityEvent } from "@/lib/reports/list-activity";
import type { listAppointments } from "@/lib/reports/list-appointments";
import {
  appointmentPeriods,
  type LeadScope,
  overviewRanges,
  type ReportScope,
  withoutOwner,
} from "@/lib/reports/model";
import type { Overview } from "@/lib/reports/read-overview";
import { asOf, id, Named, time } from "./fields";
import { StageAnswer } from "./stages";

const day = z.iso.date().describe("A date in the location's time zone.");

/** An amount in one currency, and the same a period before. */
export const ComparedMoney = z.object({
  currency: z.string().describe("ISO 4217."),
  minor: z.int().describe("Minor units."),
  previousMinor: z.int().nullable().describe("Of the period before; null when there is none."),
});

/** The list that a number counts. */
const Listed = {
  filter: z.custom<object>((value) => typeof value === "object").describe("The filter that lists these leads."),
};

const Count = { leads: z.int(), previousLeads: z.int().nullable(), ...Listed };
const Compared = z.object({
  ...Count,
  values: z.array(ComparedMoney).describe("The location's own currency first, then the others that occur."),
});

const Share = { leads: z.int(), values: z.array(ComparedMoney), ...Listed };

export const OverviewAnswer = z.object({
  asOf: time,
  timeZone: z.string().describe("IANA zone of the location, in which days begin."),
  range: z.object({ from: day.nullable(), to: day }),
  previous: z.object({ from: day, to: day }).nullable(),
  hasLeads: z.boolean().describe("Whether there is any lead at all, in the range or not."),
  created: Compared.describe("Leads made in the range."),
  won: Compared.describe("Leads won in the range, whenever they were made."),
  closed: z.object(Count).describe("Leads won or lost in the range: what the win rate is a part of."),
  stages: z.array(StageAnswer.extend(Share)),
  sources: z.array(z.object({ source: z.string().nullable(), ...Share })).describe("Most leads first."),
  trend: z.array(z.object({ from: day, to: day, ...Count })),
  choices: z
    .object({ pipelines: z.array(Named), owners: z.array(Named), sources: z.array(z.string()) })
    .describe("What the figures can be narrowed to."),
});

export const AppointmentsAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  counts: z.object({ upcoming: z.int(), today: z.int(), week: z.int(), month: z.int() }),
  next: z.string().nullable().describe("The cursor of the page that follows; null after the last."),
  appointments: z.array(
    z.object({
      id: z.string(),
      startsAt: time,
      endsAt: time,
      status: z.enum(appointmentStatuses),
      note: z.string(),
      contactName: z.string().nullable(),
      leadId: z.string().nullable(),
      hostName: z.string().nullable(),
    }),
  ),
});

export const ActivityAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  events: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      actorName: z.string(),
      occurredAt: time,
      leadId: z.string().nullable(),
      leadName: z.string().nullable(),
      stageName: z.string().nullable().describe("Where the lead was moved to."),
      imported: z
        .object({
          id: z.string().nullable().describe("The import; null for who may not look at it."),
          leads: z.int().describe("How many leads it made or changed."),
          fileName: z.string(),
        })
        .nullable()
        .describe("What an import that was finished brought. Its leads are not told one by one."),
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});

export type OverviewAnswer = z.infer<typeof OverviewAnswer>;
export type ComparedMoney = z.infer<typeof ComparedMoney>;
export type AppointmentsAnswer = z.infer<typeof AppointmentsAnswer>;
export type ActivityAnswer = z.infer<typeof ActivityAnswer>;

const leads = {
  pipeline: id.optional().describe("Only this pipeline's leads."),
  owner: z
    .string()
    .refine((value) => value === withoutOwner || isId(value), "This is not an id.")
    .optional()
    .describe(`Only leads of this user; \`${withoutOwner}\` for those of nobody.`),
  source: z
    .string()
    .max(200)
    .optional()
    .describe(`Only leads from this source; \`${withoutSource}\` for those without.`),
};

export const OverviewQuery = z.object({
  range: z.enum(overviewRanges).default("90").describe("Days back from today; `all` for all time."),
  ...leads,
});

/** The scope of a report, as its parameters say it. */
export const scopeOf = ({ range, ...query }: z.output<typeof OverviewQuery>): ReportScope => ({
  range,
  ...leadScope(query),
});

/** Whose leads are meant, as the parameters say it. */
const leadScope = ({ pipeline, owner, source }: Omit<z.output<typeof OverviewQuery>, "range">): LeadScope => ({
  pipelineId: pipeline,
  owner,
  source,
});

export const AppointmentsQuery = z.object({
  ...leads,
  period: z.enum(appointmentPeriods).default("upcoming"),
  limit: z.coerce.number().int().min(1).max(100).default(6),
  cursor: id.optional().describe("The `next` of the page before."),
});

/** The appointments that are asked for, in the words of the domain. */
export const appointmentsInput = ({ period, limit, cursor, ...query }: z.output<typeof AppointmentsQuery>) => ({
  period,
  limit,
  cursor,
  scope: leadScope(query),
});

/** The figures as the wire shows them. */
export const printOverview = (overview: Overview, context: Context): OverviewAnswer => ({
  asOf: context.now.toISOString(),
  timeZone: context.location.timeZone,
  ...overview,
});

/** Appointments and their counts as the wire shows them. */
export const printAppointments = (
  { counts, appointments, next }: Awaited<ReturnType<typeof listAppointments>>,
  context: Context,
): AppointmentsAnswer => ({
  ...asOf(context),
  counts,
  next,
  appointments: appointments.map(({ startsAt, endsAt, ...appointment }) => ({
    ...appointment,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  })),
});

/** What happened, as the wire shows it. */
export const printActivity = (events: ActivityEvent[], context: Context): ActivityAnswer => ({
  ...asOf(context),
  events: events.map(({ occurredAt, before, after, ...event }) => ({
    ...event,
    occurredAt: occurredAt.toISOString(),
    before: record(before),
    after: record(after),
  })),
});

const Facts = z.record(z.string(), z.unknown());
/** Events keep objects or nothing. */
const record = (value: unknown) => Facts.nullable().catch(null).parse(value);
