import { expect, test } from "vitest";
import type { Condition, Group } from "@/lib/leads/query/model";
import { completeParts, countConditions, isComplete, replacePart } from "./tree";

const stage = { field: "stage", operator: "anyOf", value: ["x"] } as const;
const filter: Group = {
  all: [{ ...stage, value: ["x"] }, { any: [{ field: "name", operator: "contains", value: "roof" }] }],
};

test("parts are put in, exchanged and taken away by their place", () => {
  const empty = { field: "owner", operator: "isEmpty" } as const;
  expect(replacePart(filter, 2, empty)).toEqual({ all: [...("all" in filter ? filter.all : []), empty] });
  expect(replacePart(filter, 0, empty)).toMatchObject({ all: [empty, { any: [{ field: "name" }] }] });
  expect(replacePart(filter, 1, null)).toEqual({ all: [stage] });
});

test("what is not said completely is not asked", () => {
  expect(countConditions(filter)).toBe(2);
  expect(completeParts({ any: [{ field: "name", operator: "contains" }, { all: [] }] })).toEqual({ any: [] });
  expect(completeParts(filter)).toEqual(filter);
});

test.each<[Condition, boolean]>([
  [{ field: "tags", operator: "anyOf", value: [] }, false],
  [{ field: "createdAt", operator: "between", value: ["2026-11-01", ""] }, false],
  [{ field: "archived", operator: "is", value: false }, true],
  [{ field: "valueMinor", operator: "atLeast", value: 0 }, true],
  [{ field: "source", operator: "isEmpty" }, true],
])("%j is complete: %s", (condition, complete) => {
  expect(isComplete(condition)).toBe(complete);
});
