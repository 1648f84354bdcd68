import { expect, test } from "vitest";
import { clustersOf } from "./clusters";

test("contacts that pairs connect belong together", () => {
  const pair = (one: string, other: string) => ({ contacts: [{ id: one }, { id: other }] });
  const clusters = clustersOf([pair("a", "b"), pair("c", "d"), pair("b", "c"), pair("x", "y")]);
  expect(clusters.get("d")?.toSorted()).toEqual(["a", "b", "c", "d"]);
  expect(clusters.get("a")).toBe(clusters.get("d"));
  expect(clusters.get("x")).toEqual(["x", "y"]);
});
