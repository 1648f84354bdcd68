import { Temporal } from "temporal-polyfill";

export { isDate } from "./date";

const naivePattern = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2})[:-](\d{2})$/;

const firstInstant = new Date("0001-01-01T00:00:00Z");
const lastInstant = new Date("9999-12-31T23:59:59Z");

/** Whether `zone` is an IANA time zone known here. */
export function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

/**
 * The instant of a wall time `yyyy-mm-dd hh:mm` in an IANA zone; null when it is no such time, or
 * not one of the years 1 to 9999 in UTC, which a timestamp can be written in. A
 * time in the gap of spring is the first valid instant after it; one that comes twice in autumn is
 * the first of the two.
 */
export function instantFromWallTime(text: string, zone: string): Date | null {
  const match = naivePattern.exec(text);
  if (!match) return null;
  try {
    const [, year, month, day, hour, minute] = match.map(Number);
    const wall = Temporal.PlainDateTime.from(
      { year: year ?? 0, month: month ?? 0, day: day ?? 0, hour, minute },
      { overflow: "reject" },
    );
    const earlier = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
    const inGap = !earlier.toPlainDateTime().equals(wall);
    const chosen = inGap ? (earlier.getTimeZoneTransition("next") ?? earlier) : earlier;
    const instant = new Date(chosen.epochMilliseconds);
    return instant >= firstInstant && instant <= lastInstant ? instant : null;
  } catch {
    return null;
  }
}

/** The wall time `yyyy-mm-dd hh:mm` of an instant in an IANA zone. @throws RangeError for a zone that is none. */
export const wallTime = (instant: Date, zone: string): string => clockOf(zone).format(instant).padStart(16, "0");

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Kept, for lists tell the time by it hundreds of times; Temporal takes ten times as long for each. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const digits = { month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" } as const;
  // Swedes write dates as ISO 8601 does.
  const clock = new Intl.DateTimeFormat("sv", { timeZone, hourCycle: "h23", ...digits, year: "numeric" });
  clocks.set(timeZone, clock);
  return clock;
}

/** The date `yyyy-mm-dd` of an instant in an IANA zone. */
export const localDate = (instant: Date, zone: string): string => wallTime(instant, zone).slice(0, 10);

/**
 * The instant at which a date `yyyy-mm-dd`, moved by `days`, begins in an IANA zone. What lies outside the
 * years 1 to 9999 is the first or last instant of them: PostgreSQL reads no others.
 */
export function startOfDay(date: string, zone: string, days = 0): Date {
  const day = Temporal.PlainDate.from(date).add({ days });
  const start = day.toZonedDateTime(zone).startOfDay().epochMilliseconds;
  return new Date(Math.min(Math.max(start, firstInstant.getTime()), lastInstant.getTime()));
}

const periods = { daily: "days", weekly: "weeks", monthly: "months", yearly: "years" } as const;

/**
 * The first moment after `after` that lies whole days, weeks, months or years behind `start`, at the same
 * time of day in an IANA zone. Months are counted from `start`: what begins on the 31st stays at the end of them.
 * Nothing lies behind the year 9999.
 */
export function addPeriods(start: Date, period: keyof typeof periods, zone: string, after: Date): Date {
  const first = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(zone);
  const unit = periods[period];
  const last = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone);
  for (let count = Math.max(first.until(last, { largestUnit: unit })[unit], 1); ; count++) {
    const next = first.add({ [unit]: count }).epochMilliseconds;
    if (next > after.getTime()) return new Date(Math.min(next, lastInstant.getTime()));
  }
}
