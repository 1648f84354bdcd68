import fc from "fast-check";
import { expect, test } from "vitest";
import { firstRank, rankBetween } from "./rank";

test("a later first card sorts before an earlier one", () => {
  expect(firstRank(2000) < firstRank(1000)).toBe(true);
});

test("first cards of one moment have keys of their own, the later one before the earlier", () => {
  const ranks = Array.from({ length: 100 }, () => firstRank(1000));
  expect(ranks.toReversed()).toEqual(ranks.toSorted());
  expect(new Set(ranks).size).toBe(ranks.length);
  expect(ranks.every((rank) => rank < firstRank(999))).toBe(true);
});

test("a key always fits between two neighbours, however often", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 60 }), (places) => {
      const column: string[] = [];
      for (const place of places) {
        const index = place % (column.length + 1);
        column.splice(index, 0, rankBetween(column[index - 1] ?? null, column[index] ?? null));
      }
      expect(column.toSorted()).toEqual(column);
      expect(new Set(column).size).toBe(column.length);
    }),
  );
});

test("neighbours in the wrong order are refused", () => {
  expect(() => rankBetween("b", "a")).toThrow(RangeError);
});
