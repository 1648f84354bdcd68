import { expect, test } from "vitest";
import { containing, hasTrigram, isShortWord, searchWords } from "./search-words";

test("a search is its first words, in lower case", () => {
  expect(searchWords("  Ada\tKING  lovelace ", 2)).toEqual(["ada", "king"]);
  expect(searchWords("   ", 2)).toEqual([]);
});

test("one or two letters or digits are short, but not where they are a whole word, nor with a sign", () => {
  expect(["a", "zq", "42", "é"].filter((word) => !isShortWord(word))).toEqual([]);
  expect(["ada", "a&b", "&", "小明", "あ", "กา"].filter(isShortWord)).toEqual([]);
});

test("a trigram index needs three letters or digits in a row", () => {
  expect(["ada", "a&bcd", "小明明"].filter((part) => !hasTrigram(part))).toEqual([]);
  expect(["ad", "a&b", "24-7", "小明"].filter(hasTrigram)).toEqual([]);
});

test("signs of patterns are sought as they are", () => {
  expect(containing("50%_\\")).toBe("%50\\%\\_\\\\%");
});
