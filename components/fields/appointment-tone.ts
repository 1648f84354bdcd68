import type { BadgeTone } from "@/components/ui/badge";
import type { AppointmentStatus } from "@/lib/calendars/model";

const tones: Readonly<Partial<Record<string, BadgeTone>>> = {
  new: "accent",
  confirmed: "positive",
  rescheduled: "caution",
  showed: "positive",
  noshow: "negative",
} satisfies Partial<Record<AppointmentStatus, BadgeTone>>;

/** How the status of an appointment is meant; neutral where it is one that nothing follows from. */
export const toneOfAppointment = (status: string): BadgeTone => tones[status] ?? "neutral";
