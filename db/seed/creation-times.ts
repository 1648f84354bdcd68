import { localDate } from "@/lib/kit/zone";
import { addMinutes, atClock, clockMinutes, dateAfter, isWeekend } from "./local-time";
import type { Random } from "./random";

/** How busy each month is, January first: people think of their roofs in spring. */
const seasons = [0.72, 0.8, 1.08, 1.28, 1.34, 1.22, 1.06, 1, 1.05, 0.98, 0.9, 0.64];
const historyDays = 364;
const weekendShare = 0.45;
const growth = { atFirst: 0.65, now: 1.35 };

/**
 * When leads came in over the last twelve months, in order: more of them every month, with seasons
 * and quiet weekends. The last ones came in today, where today has begun for the people who work.
 */
export function creationTimes(random: Random, count: number, zone: string, now: Date): Date[] {
  const today = localDate(now, zone);
  const days = Array.from({ length: historyDays }, (_, ago) => {
    const date = dateAfter(today, -ago);
    const grown = growth.atFirst + (growth.now - growth.atFirst) * (1 - ago / historyDays);
    const season = seasons[Number(date.slice(5, 7)) - 1] ?? 1;
    return [date, grown * season * (isWeekend(date) ? weekendShare : 1)] as const;
  });
  const latest = addMinutes(now, -7);
  const times = Array.from({ length: count }, (_, index) => {
    const date = index < 3 ? today : random.weighted(days);
    const moment = new Date(atClock(date, minuteOfDay(random), zone).getTime() + random.whole(0, 59_999));
    return moment < latest ? moment : earlierThan(random, latest, zone);
  });
  return times.toSorted((one, other) => one.getTime() - other.getTime());
}

/** Most come in over the day, some after supper. */
function minuteOfDay(random: Random): number {
  return random.chance(0.72) ? random.whole(8 * 60, 17 * 60 + 30) : random.whole(17 * 60 + 30, 22 * 60 + 45);
}

/** A moment of the hours before `latest`: this morning, or last night while it is still night. */
function earlierThan(random: Random, latest: Date, zone: string): Date {
  const minutes = clockMinutes(latest, zone);
  const longest = minutes > 8 * 60 ? minutes - 7 * 60 : 120;
  return new Date(addMinutes(latest, -random.whole(1, longest)).getTime() - random.whole(0, 59_999));
}
