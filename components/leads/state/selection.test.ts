import { expect, test } from "vitest";
import { countSelected, everythingSelected, isSelected, nothingSelected, select } from "./selection";

test("leads come into a selection and go out of it", () => {
  const two = select(nothingSelected, ["a", "b"], true);
  expect([isSelected(two, "a"), isSelected(two, "c"), countSelected(two, 10)]).toEqual([true, false, 2]);
  expect(countSelected(select(two, ["a"], false), 10)).toBe(1);
});

test("all that match can be selected but some", () => {
  const butOne = select(everythingSelected, ["a"], false);
  expect([isSelected(butOne, "a"), isSelected(butOne, "never loaded")]).toEqual([false, true]);
  expect(countSelected(butOne, 12_345)).toBe(12_344);
  expect(countSelected(butOne, null)).toBeNull();
  expect(countSelected(select(butOne, ["a"], true), 12_345)).toBe(12_345);
});
