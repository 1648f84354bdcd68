import { expect, test } from "vitest";
import type { Condition } from "@/lib/leads/query/model";
import { goneIn, sayGroup, sayPart } from "./describe";
import { type FilterChoices, fieldOf } from "./fields";
import { newCondition, withOperator } from "./new-condition";

const pipeline = { id: "p", name: "Leads" };
const known: FilterChoices = {
  stages: ["New", "Won"].map((name, place) => ({
    id: `s${place}`,
    number: place,
    key: name.toLowerCase(),
    name,
    description: "",
    color: "#888888",
    probability: 10,
    pipeline,
  })),
  choices: {
    me: null,
    currency: "USD",
    users: [{ id: "u1", name: "Ada Byron", username: "ada" }],
    categories: [],
    tags: ["hot", "roof", "solar", "urgent"],
    sources: ["Web"],
    customFields: [{ id: "c1", name: "Roof", dataType: "option", options: ["flat", "steep"] }],
  },
};

test.each<[Condition, string]>([
  [{ field: "stage", operator: "anyOf", value: ["s0", "s1"] }, "Stage is New, Won"],
  [{ field: "owner", operator: "is", value: "me" }, "Owner is Me"],
  [{ field: "tags", operator: "anyOf", value: ["hot", "roof", "solar", "urgent"] }, "Tags is hot, roof +2"],
  [{ field: "valueMinor", operator: "atLeast", value: 1_000_000 }, "Value at least US$10,000"],
  [{ field: "createdAt", operator: "inLastDays", value: 30 }, "Created in the last 30 days"],
  [
    { field: "createdAt", operator: "between", value: ["2026-11-01", "2026-11-21"] },
    "Created between 1 Nov 2026 – 21 Nov 2026",
  ],
  [{ field: "source", operator: "isEmpty" }, "Source is empty"],
  [{ field: "name", operator: "contains", value: "roof" }, "Lead contains “roof”"],
  [{ field: "custom:c1", operator: "anyOf", value: ["flat"] }, "Roof is flat"],
  [{ field: "custom:gone", operator: "is", value: "x" }, "(gone) is “x”"],
  [{ field: "name", operator: "contains" }, "Lead contains …"],
])("%j reads: %s", (condition, said) => {
  expect(sayPart(condition, known)).toBe(said);
});

test("groups read with their word between", () => {
  const open: Condition = { field: "status", operator: "is", value: "open" };
  expect(sayGroup({ any: [open, { all: [open, open] }] }, known)).toBe(
    "Status is Open or (Status is Open and Status is Open)",
  );
});

test("a new condition begins with what people most often want, and keeps its value where it fits", () => {
  const [created, value] = [fieldOf("createdAt", known.choices), fieldOf("valueMinor", known.choices)];
  if (!created || !value) throw new Error("These fields are always there.");
  expect(newCondition(created, known)).toEqual({ field: "createdAt", operator: "inLastDays", value: 30 });
  const least: Condition = { field: "valueMinor", operator: "atLeast", value: 500 };
  expect(withOperator(least, "atMost", value)).toEqual({ ...least, operator: "atMost" });
  expect(withOperator(least, "isEmpty", value)).toEqual({ field: "valueMinor", operator: "isEmpty" });
});

test("what a filter names and is not there any more is known; words are words", () => {
  const gone: Condition = { field: "stage", operator: "anyOf", value: ["s0", "s9"] };
  const words: Condition = { field: "tags", operator: "anyOf", value: ["never used"] };
  expect(goneIn({ all: [gone, { any: [words] }, { field: "custom:gone", operator: "isEmpty" }] }, known)).toEqual([
    gone,
    { field: "custom:gone", operator: "isEmpty" },
  ]);
  expect(sayPart(words, known)).toBe("Tags is never used");
});
