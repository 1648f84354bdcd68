import { describe, expect, test } from "vitest";
import { type Along, type Ladder, ladderOf, lookAlong, shareOf } from "./shelves";

/** A list of 100,000 rows, a hundred a day, the newest first. */
const times = { start: 20_000.9, middle: 19_990.9, last: 19_980.9, end: 19_000.9, measured: 2000 };
const oldest = { start: 19_000.9, middle: 19_010.9, last: 19_020.9, end: 20_000.9, measured: 2000 };
const along: Along = { needed: 20, few: 40, most: 1000, all: 100_000, isAlone: true };

/** An index that knows one row in so many, of which one in so many matches: as the database goes along the list. */
const oneIn =
  (many: number, matching = 1, asked: number[] = []) =>
  ({ edges: [top = 0, ...edges], shares, few }: Ladder, enough: number) => {
    asked.push(enough);
    const foundBy = (edge = 0) => Math.floor((Math.abs(edge - top) * 100) / many);
    const answer = (seen: number, step: number) =>
      Promise.resolve({ seen, step: seen === 0 ? null : step, matched: Math.floor(seen / matching) });
    for (let at = 0; at >= 0;) {
      const found = Math.min(along.most, foundBy(edges[at]));
      if (found >= enough) return answer(found, at + 1);
      const share = shares[at] ?? 1;
      if (found + 1 < few * share) break;
      const goal = share * Math.min(8, enough / (found + 1));
      at = shares.findIndex((further, place) => place > at && further >= goal);
    }
    return answer(Math.min(along.most, Math.floor(100_000 / many)), edges.length + 1);
  };

describe("the steps along a list", () => {
  test("are as long as what was measured, then ever longer, and end with shelves", () => {
    const { edges, shares } = ladderOf(times, along);
    expect(edges).toEqual([20_001, 19_980, 19_970, 19_952, 19_928, 19_896, 19_840, 19_712, 19_648, 19_456, 19_200]);
    expect(shares.map((share) => Math.round(100 * share))).toEqual([2, 3, 5, 7, 10, 16, 29, 35, 54, 80]);
    expect(ladderOf(oldest, along).edges.slice(0, 5)).toEqual([19_000, 19_021, 19_031, 19_048, 19_072]);
  });

  test("are no shorter than a day", () => {
    const busy = { ...times, start: 20_000.9, middle: 20_000.85, last: 20_000.8 };
    expect(ladderOf(busy, along).edges.slice(0, 3)).toEqual([20_001, 20_000, 19_999]);
  });

  test("never go back behind a long shelf, where the first rows are far from the others", () => {
    const odd = { ...times, start: 20_221.5, middle: 20_004.6, last: 20_004.3 };
    const { edges } = ladderOf(odd, along);
    expect(edges.slice(0, 3)).toEqual([20_222, 20_004, 20_003]);
    expect(edges).toEqual(edges.toSorted((one, other) => other - one));
  });

  test("are at least one", () => {
    const atOnce = { start: 20_000.9, middle: 20_000.9, last: 20_000.9, end: 20_000.9, measured: 2000 };
    expect(ladderOf(atOnce, along)).toEqual({ edges: [20_001, 20_000], shares: [1], few: 40 });
  });
});

describe("along a list", () => {
  test("what many have is found by the first step, and else as far as that tells", async () => {
    expect(await lookAlong(times, along, oneIn(50))).toMatchObject({ step: 1, matched: 42 });
    expect(await lookAlong(times, along, oneIn(300))).toMatchObject({ step: 4, matched: 24 });
  });

  test("more are asked for where not all that the index knows matches", async () => {
    const asked: number[] = [];
    const found = await lookAlong(times, along, oneIn(20, 10, asked));
    expect(asked).toEqual([20, 80, 320]);
    expect(found).toMatchObject({ step: 4, seen: 365, matched: 36 });
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
