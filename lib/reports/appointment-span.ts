import { Temporal } from "temporal-polyfill";
import type { Context } from "@/lib/access/context";
import { localDate, startOfDay } from "@/lib/kit/zone";
import type { AppointmentPeriod } from "./model";

/** The span of time in which appointments of a period start: what lies ahead, or the day, week (from Monday) or month of now on the location's clock. */
export function appointmentSpan(
  { now, location }: Context,
  period: AppointmentPeriod,
): { startsFrom: Date; startsBefore?: Date } {
  if (period === "upcoming") return { startsFrom: now };
  const today = Temporal.PlainDate.from(localDate(now, location.timeZone));
  const first = { today, week: today.subtract({ days: today.dayOfWeek - 1 }), month: today.with({ day: 1 }) }[period];
  const after = first.add({ today: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } }[period]);
  const start = (day: Temporal.PlainDate) => startOfDay(day.toString(), location.timeZone);
  return { startsFrom: start(first), startsBefore: start(after) };
}
