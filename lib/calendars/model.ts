/** Where an appointment stands. The first three and `showed` hold the host's time. */
export const appointmentStatuses = [
  "new",
  "confirmed",
  "rescheduled",
  "showed",
  "cancelled",
  "noshow",
  "invalid",
] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** A booked slot, from `startsAt` up to and without `endsAt`. */
export type Appointment = {
  id: string;
  /** The number by which people and one of the lead APIs know it. */
  number: number;
  calendarId: string;
  contactId: string;
  /** The lead it is about; null when it is about the contact alone. */
  opportunityId: string | null;
  /** The user whose time it takes; null when it takes nobody's. */
  host: { id: string; number: number; name: string; username: string } | null;
  /** The user who made it; null when a location's key did. */
  createdById: string | null;
  note: string;
  status: AppointmentStatus;
  startsAt: Date;
  endsAt: Date;
  /** The IANA zone it was made in. */
  timeZone: string;
  createdAt: Date;
  updatedAt: Date;
  version: number;
};

/** How a caller names one appointment. */
export type AppointmentReference = { id: string } | { number: number };

/** A time as callers give it: an instant, or `yyyy-mm-dd hh:mm` on the location's clock. */
export type GivenTime = Date | { wallTime: string };

/** What is said of a new appointment. */
export type AppointmentDetails = {
  startsAt: GivenTime;
  endsAt: GivenTime;
  note: string;
  status: AppointmentStatus;
};
