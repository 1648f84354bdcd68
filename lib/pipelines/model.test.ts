import { expect, test } from "vitest";
import { daysInStage, isStalled, weightedMinor } from "./model";

test.each([
  [100, 15, 15],
  [10, 15, 2],
  [-10, 15, -2],
  [9, 15, 1],
  [-1, 15, 0],
  [0, 100, 0],
  [9_007_199_254_740_991, 100, 9_007_199_254_740_991],
  [9_007_199_254_740_991, 33, 2_972_375_754_064_527],
])("%i at %i %% is expected to bring %i", (minor, probability, expected) => {
  expect(weightedMinor(minor, probability)).toBe(expected);
});

test("days in a stage are whole ones", () => {
  const entered = new Date("2026-03-01T12:00:00Z");
  expect(daysInStage(entered, new Date("2026-03-02T11:59:59Z"))).toBe(0);
  expect(daysInStage(entered, new Date("2026-03-02T12:00:00Z"))).toBe(1);
  expect(daysInStage(entered, new Date("2026-02-01T00:00:00Z"))).toBe(0);
});

test("a stage's own number of days goes before the location's", () => {
  expect(isStalled(30, null, 30)).toBe(false);
  expect(isStalled(31, null, 30)).toBe(true);
  expect(isStalled(8, 7, 30)).toBe(true);
  expect(isStalled(31, 90, 30)).toBe(false);
});
