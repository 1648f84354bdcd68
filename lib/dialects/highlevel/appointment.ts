import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Appointment } from "@/lib/calendars/model";
import { wallTime } from "@/lib/kit/zone";

const text = z.string().nullable();

const EventShape = z.object({
  id: z.string(),
  calendarId: z.string(),
  locationId: z.string(),
  contactId: z.string(),
  title: z.string(),
  status: z.string(),
  appointmentStatus: z.string(),
  appoinmentStatus: z.string().describe("Misspelt in the documents, and kept."),
  assignedUserId: text,
  users: z.array(z.string()),
  notes: z.string(),
  address: text,
  groupId: text,
  startTime: z.string(),
  endTime: z.string(),
  dateAdded: z.string(),
  dateUpdated: z.string(),
  assignedResources: z.array(z.string()),
});

export const EventsAnswer = z.object({ events: z.array(EventShape) });

/** A moment as this list alone has it: the time of the location's clocks, to the second. */
const clockTime = (moment: Date, { location }: Context): string => {
  const seconds = String(moment.getUTCSeconds()).padStart(2, "0");
  return `${wallTime(moment, location.timeZone)}:${seconds}`;
};

const printed = (appointment: Appointment, context: Context): z.infer<typeof EventShape> => ({
  id: appointment.id,
  calendarId: appointment.calendarId,
  locationId: context.location.id,
  contactId: appointment.contactId,
  title: appointment.note.split("\n", 1)[0] || "Appointment",
  status: "booked",
  appointmentStatus: appointment.status,
  appoinmentStatus: appointment.status,
  assignedUserId: appointment.host?.id ?? null,
  users: appointment.host ? [appointment.host.id] : [],
  notes: appointment.note,
  address: null,
  groupId: null,
  startTime: clockTime(appointment.startsAt, context),
  endTime: clockTime(appointment.endsAt, context),
  dateAdded: clockTime(appointment.createdAt, context),
  dateUpdated: clockTime(appointment.updatedAt, context),
  assignedResources: [],
});

export const printEvents = (appointments: Appointment[], context: Context): z.infer<typeof EventsAnswer> => ({
  events: appointments.map((appointment) => printed(appointment, context)),
});
