import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { wallTime } from "@/lib/kit/zone";
import type { LeadOverview } from "@/lib/reports/lead-overview";
import { appointmentPeriods } from "@/lib/reports/model";
import { answer, answerOf } from "./answers";
import { wordOf } from "./appointment";
import { oneOf } from "./fields";
import { sentences } from "./sentences";

export const OverviewQuery = z.object({
  appointment: oneOf(appointmentPeriods, () => sentences.appointmentFilter).describe("`upcoming` without it."),
});

export const OverviewAnswer = answerOf(
  z.object({
    LeadsData: z.object({
      status: z.array(z.object({ status: z.string(), count: z.int(), Description: z.string(), Color: z.string() })),
      source: z.array(z.object({ source: z.string(), count: z.int() })),
    }),
    TotalLeads: z.int(),
    appointments: z.array(
      z.object({
        appointment_note: z.string(),
        appointment_status: z.string(),
        appointment_date: z.string().describe("`yyyy-mm-dd hh:mm`, on the location's clock."),
        appointment_to: z.string(),
      }),
    ),
  }),
);

export const printOverview = (
  { stages, sources, total, appointments }: LeadOverview,
  { location }: Context,
): z.infer<typeof OverviewAnswer> =>
  answer({
    LeadsData: {
      status: stages.map(({ key, leads, description, color }) => ({
        status: key,
        count: leads,
        Description: description,
        Color: color,
      })),
      source: sources.map(({ source, leads }) => ({ source: source ?? "", count: leads })),
    },
    TotalLeads: total,
    appointments: appointments.map(({ note, status, startsAt, endsAt }) => ({
      appointment_note: note,
      appointment_status: wordOf[status],
      appointment_date: wallTime(startsAt, location.timeZone),
      appointment_to: wallTime(endsAt, location.timeZone),
    })),
  });
