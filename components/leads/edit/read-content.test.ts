import { expect, test } from "vitest";
import { readContent } from "./read-content";

const dollars = { currency: "USD", isRequired: false };

test.each([
  ["1,250.50", 125_050],
  ["$300", 30_000],
  [" 1 250 ", 125_000],
  ["-20", -2000],
  ["", null],
])("%j is %s cents", (typed, content) => {
  expect(readContent("money", typed, dollars)).toEqual({ content });
});

test("what does not fit says why", () => {
  expect(readContent("money", "a lot", dollars)).toEqual({ problem: "Write a number. For example 1,250.50." });
  expect(readContent("email", "ada@", dollars)).toEqual({ problem: "Write an address such as ada@example.com." });
  expect(readContent("text", " ", { ...dollars, isRequired: true })).toEqual({ problem: "This can not be empty." });
  expect(readContent("money", "9".repeat(20), dollars)).toEqual({ problem: "This is too large." });
});

test("what is a number elsewhere is none, rather than another number", () => {
  const problem = { problem: "Write a number. For example 1,250.50." };
  for (const typed of ["12,50", "1.250,50", "300 dollars"])
    expect(readContent("money", typed, dollars)).toEqual(problem);
});

test("a currency without cents has none", () => {
  expect(readContent("money", "1250", { ...dollars, currency: "JPY" })).toEqual({ content: 1250 });
});
