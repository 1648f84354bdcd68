import { expect, test } from "vitest";
import { isMeant, markMatches, wordsOf } from "./match";

const marked = (text: string, typed: string): string =>
  markMatches(text, wordsOf(typed))
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join("");

test.each([
  ["Ada Byron", "ada", "[Ada] Byron"],
  ["Ada Byron", "yr a", "[A]d[a] B[yr]on"],
  ["+1 415-555-2671", "4155552", "+1 [415-555-2]671"],
  ["+49 30 1234567", "0301234", "+49 [30 1234]567"],
  ["a.b@example.com", "a.b@", "[a.b@]example.com"],
  ["axb", "a.b", "axb"],
  ["Söder (Nord)", "söder (nord)", "[Söder] [(Nord)]"],
  ["#12", "#12", "[#12]"],
  ["Ada", "", "Ada"],
])("in %j, %j is marked: %s", (text, typed, expected) => {
  expect(marked(text, typed)).toBe(expected);
});

test("of what is meant the beginnings of words are marked", () => {
  const parts = markMatches("Members and teams", wordsOf("a"), true);
  expect(parts.filter(({ isMatch }) => isMatch)).toEqual([{ text: "a", from: 8, isMatch: true }]);
  expect(parts.map(({ text }) => text).join("")).toBe("Members and teams");
});

test("no sign breaks the marking", () => {
  for (const typed of String.raw`( ) [ ] { } * + ? . ^ $ | \ / - \d (?<x> [a-`.split(" ")) {
    expect(
      markMatches("(x) [y] $ ^ - a", wordsOf(typed))
        .map(({ text }) => text)
        .join(""),
    ).toBe("(x) [y] $ ^ - a");
  }
});

test("each word typed begins a word of what is meant", () => {
  expect(isMeant(wordsOf("mo st"), "Move to stage…")).toBe(true);
  expect(isMeant(wordsOf("dark theme"), "Use the dark theme")).toBe(true);
  expect(isMeant(wordsOf("logout"), "Sign out", "log out logout")).toBe(true);
  expect(isMeant(wordsOf("tage"), "Move to stage…")).toBe(false);
});
