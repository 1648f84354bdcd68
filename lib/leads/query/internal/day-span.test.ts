import { describe, expect, test } from "vitest";
import type { ConditionValue, Operator, Period } from "@/lib/leads/query/model";
import { daySpan } from "./day-span";

// In Berlin it is Wednesday the first of April already, in New York still the last of March.
const now = new Date("2026-03-31T22:30:00Z");
const span = (operator: Operator, value?: ConditionValue, zone = "Europe/Berlin") => {
  const { from, until } = daySpan(operator, value, now, zone);
  return `${from ?? ""}/${until ?? ""}`;
};

describe("periods of the location's day, from the first to before the second", () => {
  test.each<[Period, string]>([
    ["today", "2026-04-01/2026-04-02"],
    ["yesterday", "2026-03-31/2026-04-01"],
    ["tomorrow", "2026-04-02/2026-04-03"],
    ["thisWeek", "2026-03-30/2026-04-06"],
    ["lastWeek", "2026-03-23/2026-03-30"],
    ["nextWeek", "2026-04-06/2026-04-13"],
    ["thisMonth", "2026-04-01/2026-05-01"],
    ["lastMonth", "2026-03-01/2026-04-01"],
    ["nextMonth", "2026-05-01/2026-06-01"],
    ["thisQuarter", "2026-04-01/2026-07-01"],
    ["lastQuarter", "2026-01-01/2026-04-01"],
    ["nextQuarter", "2026-07-01/2026-10-01"],
    ["thisYear", "2026-01-01/2027-01-01"],
    ["lastYear", "2025-01-01/2026-01-01"],
    ["nextYear", "2027-01-01/2028-01-01"],
    ["past", "/2026-04-01"],
    ["future", "2026-04-02/"],
  ])("%s", (period, expected) => {
    expect(span("inPeriod", period)).toBe(expected);
  });

  test("it is another day in another zone", () => {
    expect(span("inPeriod", "today", "America/New_York")).toBe("2026-03-31/2026-04-01");
    expect(span("inPeriod", "thisQuarter", "America/New_York")).toBe("2026-01-01/2026-04-01");
  });
});

test.each<[Operator, ConditionValue, string]>([
  ["inLastDays", 7, "2026-03-26/2026-04-02"],
  ["inLastDays", 1, "2026-04-01/2026-04-02"],
  ["olderThanDays", 7, "/2026-03-26"],
  ["inNextDays", 30, "2026-04-01/2026-05-01"],
  ["on", "2026-02-28", "2026-02-28/2026-03-01"],
  ["before", "2026-03-01", "/2026-03-01"],
  ["onOrBefore", "2026-02-28", "/2026-03-01"],
  ["after", "2026-02-28", "2026-03-01/"],
  ["onOrAfter", "2026-02-28", "2026-02-28/"],
  ["between", ["2026-01-01", "2026-01-31"], "2026-01-01/2026-02-01"],
])("%s %j", (operator, value, expected) => {
  expect(span(operator, value)).toBe(expected);
});

test("the last days and what is older share no day and leave none out", () => {
  expect(span("inLastDays", 30).split("/")[0]).toBe(span("olderThanDays", 30).split("/")[1]);
});
