import { expect, test } from "vitest";
import { idFloor, base62, isId, newId, timeOfId } from "./id";

test("ids have 20 characters of base62 and sort by time", () => {
  const ids = [newId(1000), newId(2000), newId(2000), newId(3000)];
  expect(ids.every(isId)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a clock that steps back does not step ids back", () => {
  const first = newId(9_000_000_000_000);
  expect(newId(8_000_000_000_000) > first).toBe(true);
});

test("base62 pads and keeps order", () => {
  expect(base62(0, 3)).toBe("000");
  expect(base62(61, 2)).toBe("0z");
  expect(base62(62, 2)).toBe("10");
});

test("an id knows when it was made, and sorts after what was before it", () => {
  const now = 9_500_000_000_000;
  const id = newId(now);
  expect(timeOfId(id)).toBe(now);
  expect(idFloor(now) < id).toBe(true);
  expect(idFloor(now + 1) > id).toBe(true);
});
