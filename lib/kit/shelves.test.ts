import { describe, expect, test } from "vitest";
import { type Along, lookAlong, type Shelves, shareOf, shelvesBetween } from "./shelves";

/** A list of 100,000 rows, a hundred a day, the newest first. */
const times = { start: 20_000.9, middle: 19_990.9, last: 19_980.9, end: 19_000.9, measured: 2000 };
const along: Along = { needed: 20, few: 40, most: 1000, all: 100_000 };

/** Of which one row in so many matches. */
const oneIn =
  (many: number, asked: Shelves[] = []) =>
  ({ days, first, last }: Shelves) => {
    asked.push({ days, first, last });
    const matched = Math.floor(((last + 1 - first) * days * 100) / many);
    return Promise.resolve({ seen: 2 * matched, matched });
  };

describe("shelves", () => {
  test("are as wide as it takes for few of them to hold a span", () => {
    expect(shelvesBetween(100.2, 100.9)).toEqual({ days: 1, first: 100, last: 100 });
    expect(shelvesBetween(111.5, 100.2)).toEqual({ days: 1, first: 100, last: 111 });
    expect(shelvesBetween(100, 190)).toEqual({ days: 8, first: 12, last: 23 });
    expect(shelvesBetween(-100, 1000)).toEqual({ days: 64, first: -2, last: 15 });
  });
});

describe("along a list", () => {
  test("what many have is found on the first shelves", async () => {
    const found = await lookAlong(times, along, oneIn(100));
    expect(found?.shelves).toEqual({ days: 8, first: Math.floor(19_960.9 / 8), last: Math.floor(20_000.9 / 8) });
    expect(found?.matched).toBeGreaterThanOrEqual(20);
  });

  test("what fewer have is found further on, and no further than it takes", async () => {
    const asked: Shelves[] = [];
    const found = await lookAlong(times, along, oneIn(1500, asked));
    expect(asked).toHaveLength(3);
    expect(found?.matched).toBeLessThan(50);
  });

  test("no shelf is looked through twice where a day has much more than was measured", async () => {
    const busy = { start: 20_000.9, middle: 20_000.85, last: 20_000.8, end: 19_000.9, measured: 2000 };
    const asked: Shelves[] = [];
    const found = await lookAlong(busy, { ...along, all: 20_000_000 }, oneIn(10, asked));
    expect(asked.map(({ first }) => first)).toEqual([20_000, 19_998]);
    expect(found?.matched).toBe(30);
  });

  test("what many have is not taken for rare after a day on which very much was made", async () => {
    const burst = { ...times, middle: 20_000.89, last: 20_000.88 };
    expect((await lookAlong(burst, along, oneIn(100)))?.matched).toBeGreaterThanOrEqual(20);
  });

  test("what is rare is left to who looks for all", async () => {
    const asked: Shelves[] = [];
    expect(await lookAlong(times, along, oneIn(50_000, asked))).toBeNull();
    expect(asked).toHaveLength(1);
  });

  test("too many at once end it", async () => {
    expect(await lookAlong(times, { ...along, needed: 900, most: 60 }, oneIn(100))).toMatchObject({ matched: 48 });
  });

  test("the oldest may come first", async () => {
    const oldest = { start: 19_000.9, middle: 19_010.9, last: 19_020.9, end: 20_000.9, measured: 2000 };
    expect((await lookAlong(oldest, along, oneIn(100)))?.shelves).toMatchObject({ first: Math.floor(19_000.9 / 8) });
  });
});

describe("the share of a list on its first shelves", () => {
  const shelves: Shelves = { days: 1, first: 19_881, last: 20_000 };

  test("is that of their days where as many were made on each", () => {
    expect(shareOf(times, along, shelves)).toBeCloseTo(0.12, 2);
  });

  test("is more where more were made lately, and less where fewer were", () => {
    expect(shareOf({ ...times, middle: 19_985.9 }, along, shelves)).toBeCloseTo(0.21, 2);
    expect(shareOf({ ...times, middle: 20_000.9 }, along, shelves)).toBeCloseTo(0.075, 2);
  });

  test("does not count the days in which nothing was made", () => {
    expect(shareOf({ ...times, start: 25_000 }, along, { ...shelves, last: 25_000 })).toBeCloseTo(0.12, 2);
  });

  test("is all of it where they hold all", () => {
    expect(shareOf(times, along, { days: 64, first: 200, last: 313 })).toBe(1);
  });
});
