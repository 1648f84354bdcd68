import { expect, test } from "vitest";
import { helpGroups } from "./rows";

const groups = [
  {
    name: "leads",
    title: "Leads",
    shortcuts: [
      { keys: "j", description: "Next lead" },
      { keys: "ArrowDown", description: "Next lead" },
      { keys: "j", description: "Next lead" },
      { keys: "x", description: "Select" },
    ],
  },
  { name: "bulk", title: "Selection", shortcuts: [] },
];

test("keys that do the same stand in one row, and scopes without keys nowhere", () => {
  expect(helpGroups(groups, "")).toEqual([
    {
      title: "Leads",
      rows: [
        { description: "Next lead", keys: ["j", "ArrowDown"] },
        { description: "Select", keys: ["x"] },
      ],
    },
  ]);
});

test("found by what a key does, where it does it, and by the key", () => {
  const found = (typed: string) => helpGroups(groups, typed).flatMap(({ rows }) => rows.map((row) => row.description));
  expect(found("sel")).toEqual(["Select"]);
  expect(found("leads next")).toEqual(["Next lead"]);
  expect(found("x")).toEqual(["Select"]);
  expect(found("invoice")).toEqual([]);
});
