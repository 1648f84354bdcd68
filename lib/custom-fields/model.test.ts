import { describe, expect, test } from "vitest";
import { type CustomField, type CustomFieldType, readCustomValues, takenBy } from "./model";

const field = (dataType: CustomFieldType, given: Partial<CustomField> = {}): CustomField => ({
  id: "field",
  fieldKey: "key",
  name: "Field",
  dataType,
  options: ["red", "blue"],
  required: false,
  ...given,
});

describe("a value that was sent", () => {
  test.each<[CustomFieldType, unknown, unknown]>([
    ["text", "short", "short"],
    ["text", 5, "5"],
    ["large_text", "x".repeat(20_000), "x".repeat(20_000)],
    ["number", 2.5, 2.5],
    ["number", "2.5", 2.5],
    ["date", "2028-02-29", "2028-02-29"],
    ["checkbox", true, true],
    ["checkbox", "on", true],
    ["checkbox", "No", false],
    ["option", "red", "red"],
    ["options", ["red", "blue"], ["red", "blue"]],
    ["options", "red", ["red"]],
  ])("%s takes %j", (dataType, sent, stored) => {
    const { values, issues } = readCustomValues([field(dataType)], { key: sent });
    expect([values.get("field"), issues]).toEqual([stored, []]);
  });

  test.each<[CustomFieldType, unknown]>([
    ["text", "x".repeat(1001)],
    ["text", { a: 1 }],
    ["large_text", "x".repeat(20_001)],
    ["number", "many"],
    ["number", "Infinity"],
    ["date", "2026-02-29"],
    ["checkbox", "perhaps"],
    ["option", "green"],
    ["option", ["red"]],
    ["options", ["red", "green"]],
  ])("%s refuses %j", (dataType, sent) => {
    const { values, issues } = readCustomValues([field(dataType)], { key: sent });
    expect(values.size).toBe(0);
    expect(issues).toMatchObject([{ path: ["key"], rule: "custom_value" }]);
  });
});

test.each<[CustomFieldType, string[], string]>([
  ["option", ["red", "blue"], "one of red, blue"],
  ["checkboxes", ["red"], "a list out of red"],
  [
    "options",
    Array.from({ length: 11 }, (_, place) => String(place)),
    "a list out of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...",
  ],
  ["text_list", [], "texts by their names"],
  ["money", [], "a number"],
])("of type %s out of %j takes what it says", (dataType, options, words) => {
  expect(takenBy({ dataType, options })).toBe(words);
});

test.each([undefined, null, "", []])("a required field is missed when it is %j", (sent) => {
  const { issues } = readCustomValues([field("options", { required: true })], { key: sent });
  expect(issues).toEqual([{ path: ["key"], rule: "required", message: "Field is required." }]);
});

test("a field that is called as what every object has is empty where nothing was sent", () => {
  const constructor = field("text", { fieldKey: "constructor" });
  expect(readCustomValues([constructor], {})).toEqual({ values: new Map(), issues: [] });
});

test("names that are no field are left alone", () => {
  expect(readCustomValues([field("text")], { other: "x" })).toEqual({ values: new Map(), issues: [] });
});
