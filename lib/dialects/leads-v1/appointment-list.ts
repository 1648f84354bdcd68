import { z } from "zod";
import { type Context, requireUserId } from "@/lib/access/context";
import { startOfDay, wallTime } from "@/lib/kit/zone";
import type { LeadAppointment, LeadAppointmentFilter, LeadPage } from "@/lib/leads/model";
import { statusesOf, statusWord, wordOf } from "./appointment";
import { date, oneOf, optionalWord, pageFields } from "./fields";
import { pageOf, printPage } from "./page";
import { sentences } from "./sentences";

export const AppointmentQuery = z
  .object({
    ...pageFields,
    datesetting: oneOf(["on", "before", "after"], sentences.choice),
    ondate: date.describe("`MM/DD/YYYY`; a day of the location."),
    status: statusWord,
    lead: optionalWord.describe("Part of the lead's first name."),
  })
  .refine(({ datesetting, ondate }) => datesetting === undefined || ondate !== undefined, {
    path: ["ondate"],
    error: sentences.required,
  });

/** What a query asks for, as the domain takes it: among the appointments that concern the caller. */
export function appointmentsFrom(
  { datesetting, ondate, status, lead, ...page }: z.output<typeof AppointmentQuery>,
  context: Context,
): { filter: LeadAppointmentFilter; page: LeadPage } {
  return {
    filter: {
      concerning: { userId: requireUserId(context) },
      ...(ondate && daysOf(datesetting ?? "on", ondate, context.location.timeZone)),
      statuses: status && statusesOf(status),
      firstName: lead,
    },
    page,
  };
}

function daysOf(setting: "on" | "before" | "after", day: string, zone: string): LeadAppointmentFilter {
  const [begin, end] = [startOfDay(day, zone), startOfDay(day, zone, 1)];
  return { on: { startsFrom: begin, startsBefore: end }, before: { startsBefore: begin }, after: { startsFrom: end } }[
    setting
  ];
}

export const AppointmentList = pageOf(
  z.object({
    id: z.int(),
    lead_id: z.int(),
    lead: z.string(),
    leadslug: z.string(),
    leadstatus: z.string(),
    fromdate: z.string().describe("`yyyy-mm-dd hh:mm`, on the location's clock."),
    appointment_note: z.string(),
    appointment_status: z.string(),
    todate: z.string(),
  }),
);

type Found = { appointments: LeadAppointment[]; total: number; page: LeadPage };

export const printAppointments = (
  found: Found,
  { location }: Context,
  request: Request,
): z.infer<typeof AppointmentList> =>
  printPage(
    found.appointments.map(({ number, lead, startsAt, endsAt, note, status }) => ({
      id: number,
      lead_id: lead.number,
      lead: lead.contactName ?? "",
      leadslug: lead.slug,
      leadstatus: lead.stageKey,
      fromdate: wallTime(startsAt, location.timeZone),
      appointment_note: note,
      appointment_status: wordOf[status],
      todate: wallTime(endsAt, location.timeZone),
    })),
    found,
    request,
  );
