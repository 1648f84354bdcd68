import { describe, expect, test } from "vitest";
import { type Along, type Ladder, ladderOf, lookAlong, shareOf } from "./shelves";

/** A list of 100,000 rows, a hundred a day, the newest first. */
const times = { start: 20_000.9, middle: 19_990.9, last: 19_980.9, end: 19_000.9, measured: 2000 };
const oldest = { start: 19_000.9, middle: 19_010.9, last: 19_020.9, end: 20_000.9, measured: 2000 };
const along: Along = { needed: 20, few: 40, most: 1000, all: 100_000, isAlone: true };

/** An index that knows one row in so many, of which one in so many matches: as the database goes along the list. */
const oneIn =
  (many: number, matching = 1, asked: number[] = []) =>
  ({ edges: [top = 0, ...edges], few }: Ladder, enough: number) => {
    asked.push(enough);
    const foundBy = (edge: number) => Math.floor((Math.abs(edge - top) * 100) / many);
    const place = edges.findIndex((edge, at) => foundBy(edge) >= enough || foundBy(edge) < (few[at] ?? 0));
    const edge = edges[place];
    const isAll = edge === undefined || foundBy(edge) < enough;
    const seen = Math.min(along.most, isAll ? Math.floor(100_000 / many) : foundBy(edge));
    const step = seen === 0 ? null : isAll ? edges.length + 1 : place + 1;
    return Promise.resolve({ seen, step, matched: Math.floor(seen / matching) });
  };

describe("the steps along a list", () => {
  test("are as long as what was measured, then ever longer, and end with shelves", () => {
    expect(ladderOf(times, along)).toEqual({ edges: [20_001, 19_976, 19_936, 19_816, 19_456], few: [0, 2, 7, 21] });
    expect(ladderOf(oldest, along).edges).toEqual([19_000, 19_024, 19_064, 19_184, 19_584]);
  });

  test("are no shorter than a day", () => {
    const busy = { ...times, start: 20_000.9, middle: 20_000.85, last: 20_000.8 };
    expect(ladderOf(busy, along).edges.slice(0, 3)).toEqual([20_001, 20_000, 19_998]);
  });

  test("never go back behind a long shelf, where the first rows are far from the others", () => {
    const odd = { ...times, start: 20_221.5, middle: 20_004.6, last: 20_004.3 };
    expect(ladderOf(odd, along).edges).toEqual([20_222, 19_968, 19_956, 19_856, 19_520]);
  });

  test("are at least one", () => {
    const atOnce = { start: 20_000.9, middle: 20_000.9, last: 20_000.9, end: 20_000.9, measured: 2000 };
    expect(ladderOf(atOnce, along)).toEqual({ edges: [20_001, 20_000], few: [40] });
  });
});

describe("along a list", () => {
  test("what many have is found by the first steps", async () => {
    expect(await lookAlong(times, along, oneIn(50))).toMatchObject({ step: 1, matched: 50 });
    expect(await lookAlong(times, along, oneIn(300))).toMatchObject({ step: 2, matched: 21 });
  });

  test("more are asked for where not all that the index knows matches", async () => {
    const asked: number[] = [];
    const found = await lookAlong(times, along, oneIn(20, 10, asked));
    expect(asked).toEqual([20, 80, 320]);
    expect(found).toMatchObject({ step: 2, seen: 325, matched: 32 });
    await lookAlong(times, { ...along, isAlone: false }, oneIn(20, 4, asked));
    expect(asked.slice(3)).toEqual([80]);
  });

  test("what is rare is all of it", async () => {
    expect(await lookAlong(times, along, oneIn(10_000))).toMatchObject({ seen: 10, share: null });
    expect(await lookAlong(times, along, oneIn(200_000))).toMatchObject({ seen: 0, share: null });
  });

  test("what many have is not taken for rare after a day on which very much was made", async () => {
    const burst = { ...times, middle: 20_000.89, last: 20_000.88 };
    expect((await lookAlong(burst, along, oneIn(100)))?.matched).toBeGreaterThanOrEqual(20);
  });

  test("too many at once end it", async () => {
    expect(await lookAlong(times, along, oneIn(2))).toBeNull();
    expect(await lookAlong(times, { ...along, needed: 5000 }, oneIn(20))).toBeNull();
    expect(await lookAlong(times, along, oneIn(20, 1000))).toBeNull();
  });
});

describe("the share of a list before an edge", () => {
  const edge = 19_881;

  test("is that of its days where as many were made on each", () => {
    expect(shareOf(times, along, edge)).toBeCloseTo(0.12, 2);
  });

  test("is more where more were made lately, and less where fewer were", () => {
    expect(shareOf({ ...times, middle: 19_985.9 }, along, edge)).toBeCloseTo(0.21, 2);
    expect(shareOf({ ...times, middle: 20_000.9 }, along, edge)).toBeCloseTo(0.075, 2);
  });

  test("does not count the days in which nothing was made", () => {
    expect(shareOf({ ...times, start: 25_000 }, along, edge)).toBeCloseTo(0.12, 2);
  });

  test("is all of it behind the last", () => {
    expect(shareOf(times, along, 19_000)).toBe(1);
  });
});
