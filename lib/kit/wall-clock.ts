/** The wall time `yyyy-mm-ddThh:mm` of an instant in an IANA zone, as form fields take it. */
export function wallClock(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "00";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * The instant of a wall time `yyyy-mm-ddThh:mm` in an IANA zone; null when it is none. What forms need,
 * without the weight of lib/kit/zone: a time in the gap of spring is the one as long after it, one that
 * comes twice in autumn the first.
 */
export function instantOfWallClock(wall: string, timeZone: string): Date | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) || Number.isNaN(asUtc)) return null;
  const offsetAt = (moment: number) => Date.parse(`${wallClock(new Date(moment), timeZone)}Z`) - moment;
  // Around a change of clocks one of the two offsets is the right one; the larger comes first.
  const offsets = [offsetAt(asUtc - 86_400_000), offsetAt(asUtc + 86_400_000)].toSorted((one, other) => other - one);
  const found = offsets.map((offset) => asUtc - offset).find((moment) => offsetAt(moment) === asUtc - moment);
  return new Date(found ?? asUtc - Math.min(...offsets));
}

/** Nine in the morning so many days after the day of an instant in an IANA zone, as form fields take it. */
export function morningIn(days: number, instant: Date, timeZone: string): string {
  const day = new Date(`${wallClock(instant, timeZone).slice(0, 10)}T12:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return `${day.toISOString().slice(0, 10)}T09:00`;
}
