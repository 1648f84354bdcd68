import { sayDay } from "@/lib/kit/moment";
import type { NotificationItem } from "./queries";

/** Notifications under the days they came on, as people say them; in the order they are in. */
export function groupByDay(
  items: NotificationItem[],
  now: Date,
  timeZone: string,
): { day: string; items: NotificationItem[] }[] {
  const groups: { day: string; items: NotificationItem[] }[] = [];
  for (const item of items) {
    const day = sayDay(new Date(item.createdAt), now, timeZone);
    const last = groups.at(-1);
    if (last?.day === day) last.items.push(item);
    else groups.push({ day, items: [item] });
  }
  return groups;
}
