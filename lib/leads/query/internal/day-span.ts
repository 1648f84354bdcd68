import { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/kit/zone";
import type { ConditionValue, Operator, Period } from "@/lib/leads/query/model";

type Day = Temporal.PlainDate;

/** Days from the first to before the second; null where they have no end on that side. */
export type DaySpan = { from: string | null; until: string | null };

/**
 * The days that an operator on time means with `value`, today being a day of an IANA zone. The last 7
 * days are today and the six before it; what is older than 7 days is before those.
 * @throws Error for operators that are not about days.
 */
export function daySpan(operator: Operator, value: ConditionValue | undefined, now: Date, zone: string): DaySpan {
  const today = Temporal.PlainDate.from(localDate(now, zone));
  const [first, last] = Array.isArray(value) ? value : [value, value];
  const days = Number(value);
  const spans: Partial<Record<Operator, () => DaySpan>> = {
    // Checked to be one of the periods.
    inPeriod: () => periodSpan(value as Period, today),
    inLastDays: () => span(today.subtract({ days: days - 1 }), today.add({ days: 1 })),
    inNextDays: () => span(today, today.add({ days })),
    olderThanDays: () => span(null, today.subtract({ days: days - 1 })),
    between: () => span(dayOf(first), dayOf(last).add({ days: 1 })),
    on: () => span(dayOf(value), dayOf(value).add({ days: 1 })),
    before: () => span(null, dayOf(value)),
    onOrBefore: () => span(null, dayOf(value).add({ days: 1 })),
    after: () => span(dayOf(value).add({ days: 1 }), null),
    onOrAfter: () => span(dayOf(value), null),
  };
  const found = spans[operator];
  if (!found) throw new Error(`${operator} is not about days.`);
  return found();
}

const dayOf = (value: unknown): Day => Temporal.PlainDate.from(String(value).slice(0, 10));

const span = (from: Day | null, until: Day | null): DaySpan => ({
  from: from && from.toString(),
  until: until && until.toString(),
});

/** `past` and `future` are those of days: before today, and after it. */
function periodSpan(period: Period, today: Day): DaySpan {
  if (period === "past") return span(null, today);
  if (period === "future") return span(today.add({ days: 1 }), null);
  const month = today.with({ day: 1 });
  const week = { first: today.subtract({ days: today.dayOfWeek - 1 }), step: { weeks: 1 } };
  const monthly = { first: month, step: { months: 1 } };
  const quarter = { first: month.subtract({ months: (month.month - 1) % 3 }), step: { months: 3 } };
  const year = { first: month.with({ month: 1 }), step: { years: 1 } };
  const spans: Record<typeof period, { first: Day; step: Temporal.DurationLike; away: number }> = {
    yesterday: { first: today, step: { days: 1 }, away: -1 },
    today: { first: today, step: { days: 1 }, away: 0 },
    tomorrow: { first: today, step: { days: 1 }, away: 1 },
    lastWeek: { ...week, away: -1 },
    thisWeek: { ...week, away: 0 },
    nextWeek: { ...week, away: 1 },
    lastMonth: { ...monthly, away: -1 },
    thisMonth: { ...monthly, away: 0 },
    nextMonth: { ...monthly, away: 1 },
    lastQuarter: { ...quarter, away: -1 },
    thisQuarter: { ...quarter, away: 0 },
    nextQuarter: { ...quarter, away: 1 },
    lastYear: { ...year, away: -1 },
    thisYear: { ...year, away: 0 },
    nextYear: { ...year, away: 1 },
  };
  const { first, step, away } = spans[period];
  const from = away < 0 ? first.subtract(step) : away > 0 ? first.add(step) : first;
  return span(from, from.add(step));
}
