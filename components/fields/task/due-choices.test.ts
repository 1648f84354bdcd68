import { expect, test } from "vitest";
import { type DueChoice, dueOf } from "./due-choices";

const timeZone = "Europe/Berlin";
// A Tuesday, a quarter past ten in Berlin.
const now = new Date("2026-03-10T09:15:00Z");
const choose = (choice: DueChoice, due = "", at = now) => dueOf(choice, { due, now: at, timeZone });

test("something is put off to the morning, or to the time of day that it has", () => {
  expect(choose("tomorrow")).toBe("2026-03-11T09:00");
  expect(choose("tomorrow", "2026-01-02T16:45")).toBe("2026-03-11T16:45");
  expect(choose("today", "2026-01-02T16:45")).toBe("2026-03-10T16:45");
});

test("today is never over already", () => {
  expect(choose("today")).toBe("2026-03-10T11:00");
  expect(choose("today", "", new Date("2026-03-10T22:30:00Z"))).toBe("2026-03-10T23:59");
});

test("next week begins on a Monday", () => {
  expect(choose("nextWeek")).toBe("2026-03-16T09:00");
  expect(choose("nextWeek", "", new Date("2026-03-16T09:15:00Z"))).toBe("2026-03-23T09:00");
  expect(choose("nextWeek", "", new Date("2026-03-15T09:15:00Z"))).toBe("2026-03-16T09:00");
});
