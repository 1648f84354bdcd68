import { morningIn, wallClock } from "@/lib/kit/wall-clock";

/** How soon something can be put off to, without looking at a calendar. */
export const dueChoices = ["today", "tomorrow", "nextWeek"] as const;
export type DueChoice = (typeof dueChoices)[number];

/**
 * The wall time `yyyy-mm-ddThh:mm` in an IANA zone that a choice means: the time of day that it is due at
 * already, else nine in the morning; where that is over today, the next full hour. Next week is its Monday.
 */
export function dueOf(choice: DueChoice, { due, now, timeZone }: { due: string; now: Date; timeZone: string }): string {
  const present = wallClock(now, timeZone);
  const weekday = new Date(`${present.slice(0, 10)}T12:00Z`).getUTCDay();
  const days = { today: 0, tomorrow: 1, nextWeek: 8 - (weekday || 7) }[choice];
  const morning = morningIn(days, now, timeZone);
  const wanted = due === "" ? morning : morning.slice(0, 11) + due.slice(11);
  return wanted > present ? wanted : laterToday(present);
}

/** The next full hour of the day; its last minute where there is none. */
function laterToday(present: string): string {
  const hour = Number(present.slice(11, 13)) + 1;
  return present.slice(0, 11) + (hour > 23 ? "23:59" : `${String(hour).padStart(2, "0")}:00`);
}
