import { instantFromWallTime, localDate, wallTime } from "@/lib/kit/zone";
import type { Random } from "./random";

export const dayMilliseconds = 86_400_000;
const minuteMilliseconds = 60_000;

/** The moment that is so many days (of 24 hours, also parts of one) after `moment`. */
export const addDays = (moment: Date, days: number): Date => new Date(moment.getTime() + days * dayMilliseconds);

/** The moment that is so many minutes after `moment`. */
export const addMinutes = (moment: Date, minutes: number): Date =>
  new Date(moment.getTime() + minutes * minuteMilliseconds);

/** The date `yyyy-mm-dd` that is so many days from `date`. */
export const dateAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10);

/** Whether a date `yyyy-mm-dd` is a Saturday or Sunday. */
export const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** The instant of a date `yyyy-mm-dd` and minutes after its midnight by the clock, in an IANA zone. */
export function atClock(date: string, minutes: number, zone: string): Date {
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const instant = instantFromWallTime(`${date} ${clock}`, zone);
  if (!instant) throw new RangeError(`${date} ${clock} is no time in ${zone}.`);
  return instant;
}

const work = { begins: 8 * 60 + 5, ends: 17 * 60 + 40 };

/** Some moment after `moment` when people are at work in the zone: the same day where it is not over, else the next one. */
export function atWork(random: Random, moment: Date, zone: string): Date {
  let date = localDate(moment, zone);
  let earliest = Math.max(work.begins, clockMinutes(moment, zone) + 1);
  while (isWeekend(date) || earliest > work.ends) {
    date = dateAfter(date, 1);
    earliest = work.begins;
  }
  return new Date(atClock(date, random.whole(earliest, work.ends), zone).getTime() + random.whole(0, 59_999));
}

/** How many minutes after midnight the clock shows in the zone. */
export function clockMinutes(moment: Date, zone: string): number {
  const [hours = 0, minutes = 0] = wallTime(moment, zone).slice(11).split(":").map(Number);
  return hours * 60 + minutes;
}
