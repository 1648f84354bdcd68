import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Appointment } from "@/lib/calendars/model";
import { iso } from "./fields";

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

const printed = (appointment: Appointment, { location }: Context): z.infer<typeof EventShape> => ({
  id: appointment.id,
  calendarId: appointment.calendarId,
  locationId: location.id,
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
  startTime: iso(appointment.startsAt),
  endTime: iso(appointment.endsAt),
  dateAdded: iso(appointment.createdAt),
  dateUpdated: iso(appointment.updatedAt),
  assignedResources: [],
});

export const printEvents = (appointments: Appointment[], context: Context): z.infer<typeof EventsAnswer> => ({
  events: appointments.map((appointment) => printed(appointment, context)),
});
