import { expect, test } from "vitest";
import { lineAt, placesAround, topsOf } from "./lines";

test("a line is found by how far down it stands", () => {
  const tops = topsOf(3, (place) => (place === 1 ? 10 : 20));
  expect([...tops]).toEqual([0, 20, 30, 50]);
  expect([-5, 0, 19, 20, 29, 30, 49, 50, 900].map((offset) => lineAt(tops, offset))).toEqual([
    0, 0, 0, 1, 1, 2, 2, 2, 2,
  ]);
  expect(
    lineAt(
      topsOf(0, () => 1),
      7,
    ),
  ).toBe(0);
});

test("what is drawn reaches beyond what is in sight, and has the line that is to stay", () => {
  expect(placesAround(0, 1, 3, undefined)).toEqual([0, 1, 2]);
  expect(placesAround(100, 101, 1000, undefined)).toEqual(Array.from({ length: 14 }, (_, step) => 94 + step));
  expect(placesAround(100, 101, 1000, 3)[0]).toBe(3);
  expect(placesAround(100, 101, 1000, 900).at(-1)).toBe(900);
  expect(placesAround(100, 101, 1000, 100)).toHaveLength(14);
  expect(placesAround(0, 0, 0, 4)).toEqual([]);
});
