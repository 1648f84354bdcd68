import { expect, test } from "vitest";
import { keepLocalesIn } from "./locale";
import { sayAgo, sayDate, sayDay, sayExactly, sayMoment, sayTimes } from "./moment";

const zone = "Europe/Berlin";
const now = new Date("2026-11-21T12:00:00Z");

test.each([
  ["2026-11-21T13:30:00Z", "Today 14:30"],
  ["2026-11-21T22:30:00Z", "Today 23:30"],
  ["2026-11-21T23:30:00Z", "Tomorrow 00:30"],
  ["2026-11-20T22:59:00Z", "Yesterday 23:59"],
  ["2026-11-24T08:00:00Z", "Tue 24 Nov 09:00"],
  ["2025-11-24T08:00:00Z", "24 Nov 2025"],
])("%s is said as %s", (moment, words) => {
  expect(sayMoment(new Date(moment), now, zone)).toBe(words);
});

test("the day is that of the zone, also where clocks change", () => {
  expect(sayDay(new Date("2026-10-24T23:30:00Z"), new Date("2026-10-25T21:00:00Z"), zone)).toBe("Today");
  expect(sayDay(new Date("2026-10-25T23:30:00Z"), new Date("2026-10-25T21:00:00Z"), zone)).toBe("Tomorrow");
});

test.each([
  ["2026-11-21T11:59:40Z", "Just now"],
  ["2026-11-21T11:55:00Z", "5 min ago"],
  ["2026-11-21T09:10:00Z", "2 h ago"],
  ["2026-11-20T09:10:00Z", "Yesterday 10:10"],
  ["2026-11-21T12:30:00Z", "Today 13:30"],
])("%s was %s", (moment, words) => {
  expect(sayAgo(new Date(moment), now, zone)).toBe(words);
});

test.each([
  ["en-GB", "13:15", "09:30–14:15"],
  ["en-US", "09:15", "9:30–10:15 AM"],
  ["en-US", "13:15", "9:30 AM–2:15 PM"],
])("in %s times until %s are said as %s", (locale, until, words) => {
  keepLocalesIn(() => ({ locale }));
  const [first, last] = ["08:30", until].map((time) => new Date(`2026-11-21T${time}:00Z`));
  expect(first && last && sayTimes(first, last, zone)).toBe(words);
  keepLocalesIn(() => undefined);
});

test("a date has no zone", () => {
  expect(sayDate("2026-03-01")).toBe("1 Mar");
  expect(sayDate("2026-03-01", true)).toBe("1 Mar 2026");
  expect(sayExactly(now, zone)).toContain("21 November 2026");
});
