import { z } from "zod";
import { type AppointmentStatus, appointmentStatuses } from "@/lib/calendars/model";
import { RequestFailed } from "./dialect";
import { freeText, oneOf, optionalSlug, optionalWallTime, recordNumber, slug, wallTime } from "./fields";
import { atField, type Refusals, requestFailed } from "./refusals";
import { sentences } from "./sentences";

const blank = { blank: sentences.isBlank };

/** The document's five words, and what each one stands for. */
const statusOf = {
  pending: "new",
  rescheduled: "rescheduled",
  cancelled: "cancelled",
  fullfilled: "showed",
  confirmed: "confirmed",
} as const satisfies Record<string, AppointmentStatus>;

/** The word for each status: whoever did not come, and what was no appointment, prints as cancelled. */
export const wordOf: Record<AppointmentStatus, keyof typeof statusOf> = {
  new: "pending",
  rescheduled: "rescheduled",
  cancelled: "cancelled",
  showed: "fullfilled",
  confirmed: "confirmed",
  noshow: "cancelled",
  invalid: "cancelled",
};

/** All that print as this word. */
export const statusesOf = (word: keyof typeof statusOf): AppointmentStatus[] =>
  appointmentStatuses.filter((status) => wordOf[status] === word);

export const statusWord = oneOf(
  ["pending", "rescheduled", "cancelled", "fullfilled", "confirmed"],
  () => sentences.appointmentStatus,
);

export const AppointmentBody = z.object(
  {
    slug: slug(blank),
    appointment_date: wallTime,
    appointment_to: wallTime,
    appointment_note: freeText(200).describe("`Prospect appointment` without it."),
    appointment_status: statusWord.describe("`pending` without it."),
  },
  sentences.object,
);

/** What a body says of a new appointment, as the domain takes it. */
export const appointmentFrom = (body: z.output<typeof AppointmentBody>) => ({
  lead: { slug: body.slug },
  startsAt: { wallTime: body.appointment_date },
  endsAt: { wallTime: body.appointment_to },
  note: body.appointment_note ?? "Prospect appointment",
  status: statusOf[body.appointment_status ?? "pending"],
  onlyAssigned: true,
});

const appointmentId = recordNumber("Invalid appointment id.", blank);

export const UpdateAppointmentBody = z.object(
  {
    appointment_id: appointmentId,
    slug: optionalSlug(blank).describe("The lead it is about from now on."),
    appointment_date: optionalWallTime,
    appointment_to: optionalWallTime,
    appointment_note: freeText(200),
    appointment_status: statusWord,
  },
  sentences.object,
);

const given = (time: string | undefined) => (time === undefined ? undefined : { wallTime: time });

/** What a body says of an appointment, as the domain takes it: what is not sent stays. */
export const appointmentChangesFrom = (body: z.output<typeof UpdateAppointmentBody>) => ({
  appointment: { number: body.appointment_id },
  changes: {
    lead: body.slug === undefined ? undefined : { slug: body.slug },
    startsAt: given(body.appointment_date),
    endsAt: given(body.appointment_to),
    note: body.appointment_note,
    status: body.appointment_status && statusOf[body.appointment_status],
  },
  onlyOwn: true,
  onlyAssigned: true,
});

export const AppointmentReferenceBody = z.object({ appointment_id: appointmentId }, sentences.object);

/** What the document says of a request without any data. */
export const bodyNotFound = () => new RequestFailed("Body data not found.");

/** What the document says of the rules of an appointment. */
export const appointmentRefusals: Refusals = {
  lead_not_found: atField("slug", "Requested slug is invalid."),
  lead_deleted: atField("slug", "Requested slug is invalid."),
  not_on_lead: atField("slug", "You can't take appointment under this lead."),
  appointment_not_found: atField("appointment_id", "Requested appointment not found."),
  appointment_overlap: requestFailed("Appointment schedule exists for this time."),
  "startsAt.time": atField("appointment_date", sentences.date),
  "endsAt.time": atField("appointment_to", sentences.date),
  "endsAt.end_before_start": requestFailed("End Date Can't be prior to Start Date."),
  "startsAt.in_past": requestFailed("Please Specify a date in the future."),
};
