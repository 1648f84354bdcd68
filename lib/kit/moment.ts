import { currentLocale, usualLocale } from "./locale";
import { momentMessages as messages } from "./moment-messages";
import { plainSpaces } from "./number";

/** How a moment is said: `Today 14:30`, `Tue 24 Nov 09:00`, `24 Nov 2025`; in an IANA zone. */
export function sayMoment(moment: Date, now: Date, timeZone: string): string {
  const day = sayDay(moment, now, timeZone);
  const distant = Math.abs(moment.getTime() - now.getTime()) > 300 * 86_400_000;
  return distant ? day : `${day} ${sayTime(moment, timeZone)}`;
}

/** The day of a moment as people say it: `Today`, `Tomorrow`, `Yesterday`, `Tue 24 Nov`, `24 Nov 2025`. */
export function sayDay(moment: Date, now: Date, timeZone: string): string {
  const days = daysFromNow(moment, now, timeZone);
  const near = { [-1]: messages.yesterday, 0: messages.today, 1: messages.tomorrow }[days];
  if (near) return near;
  const thisSeason = Math.abs(days) <= 300;
  const parts = thisSeason
    ? ({ weekday: "short", day: "numeric", month: "short" } as const)
    : ({ day: "numeric", month: "short", year: "numeric" } as const);
  const said = write(moment, timeZone, parts);
  // The British comma says nothing that the space behind it does not.
  return currentLocale() === usualLocale ? said.replace(",", "") : said;
}

/** The wall time `14:30` of a moment. */
export const sayTime = (moment: Date, timeZone: string): string => write(moment, timeZone, { timeStyle: "short" });

/** From when to when on a day: `14:30–15:15`, `8:30–9:15 AM`. */
export function sayTimes(from: Date, until: Date, timeZone: string): string {
  const [begin, end] = [sayTime(from, timeZone), sayTime(until, timeZone)];
  const half = /\P{Nd}*$/u.exec(begin)?.[0] ?? "";
  return `${half !== "" && end.endsWith(half) ? begin.slice(0, -half.length) : begin}–${end}`;
}

/** The whole of it, for those who look closer: `Tuesday 24 November 2026, 14:30 CET`. */
export const sayExactly = (moment: Date, timeZone: string): string =>
  write(moment, timeZone, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });

/** How long ago or until, roughly: `just now`, `5 min ago`, `3 h ago`; a day or more is said as a day. */
export function sayAgo(moment: Date, now: Date, timeZone: string): string {
  const minutes = Math.floor((now.getTime() - moment.getTime()) / 60_000);
  if (minutes < 0 || minutes >= 720) return sayMoment(moment, now, timeZone);
  if (minutes < 1) return messages.justNow;
  return minutes < 60 ? messages.minutesAgo(minutes) : messages.hoursAgo(Math.floor(minutes / 60));
}

/** A calendar date `yyyy-mm-dd` as `24 Nov` or, with its year, `24 Nov 2025`. It has no zone and is given none. */
export const sayDate = (date: string, withYear = false): string =>
  write(new Date(`${date}T00:00:00Z`), "UTC", {
    day: "numeric",
    month: "short",
    ...(withYear ? { year: "numeric" } : {}),
  });

/** The month of a moment in an IANA zone: `November 2026`, or short, `Nov 2026`. */
export const sayMonth = (moment: Date, timeZone: string, month: "long" | "short" = "long"): string =>
  write(moment, timeZone, { month, year: "numeric" });

/** How many calendar days a moment lies ahead in a zone: 0 is today, 1 tomorrow, less than 0 the past. */
export const daysFromNow = (moment: Date, now: Date, timeZone: string): number =>
  Math.round((dayNumber(moment, timeZone) - dayNumber(now, timeZone)) / 86_400_000);

/** Midnight UTC of the calendar day that a moment falls on in a zone: days apart is then a subtraction. */
function dayNumber(moment: Date, timeZone: string): number {
  // Counted in our calendar, whatever that of the reader.
  const parts = formatter("en-GB", timeZone, { year: "numeric", month: "numeric", day: "numeric" }).formatToParts(
    moment,
  );
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"));
}

const write = (moment: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  plainSpaces(formatter(currentLocale(), timeZone, options).format(moment));

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make and asked for on every row of a list. */
function formatter(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formatters.set(key, made);
  return made;
}
