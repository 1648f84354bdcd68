import { expect, test } from "vitest";
import { findTyped } from "./find-typed";

test.each([
  ["tag", ["Tags", "Stage"]],
  ["NAME", ["Name", "Contact name", "Renamed"]],
  ["", ["Stage", "Renamed", "Contact name", "Name", "Tags"]],
  ["phone", []],
])("by “%s” are found %j", (typed, found) => {
  expect(findTyped(["Stage", "Renamed", "Contact name", "Name", "Tags"], typed, (label) => label)).toEqual(found);
});
