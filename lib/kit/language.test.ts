import { afterEach, beforeEach, expect, test } from "vitest";
import { currentLanguage, inLanguage, learnLanguage, wordFor } from "./language";
import { keepLocalesIn } from "./locale";

const english = {
  title: "Fruit",
  count: (count: number) => `${count} pieces`,
  names: { apple: "Apple", pear: "Pear", deep: { core: "Core" } },
  steps: ["Wash", "Eat"],
  sour: "Sour",
} as const;
const messages = inLanguage("fruit", english);

const page = { locale: "en-GB" };
beforeEach(() => {
  keepLocalesIn(() => page);
  learnLanguage("eo", {
    fruit: {
      title: "Frukto",
      count: (count: number) => `${count} pecoj`,
      names: { apple: "Pomo", deep: { core: "Kerno" } },
      steps: ["Lavi", "Manĝi"],
    },
  });
});
afterEach(() => {
  page.locale = "en-GB";
  keepLocalesIn(() => undefined);
});

test("words are English until the page is for somebody else", () => {
  expect({ ...messages }).toEqual(english);
  const { names } = messages;
  page.locale = "eo-DE";
  expect([messages.title, messages.count(3), names.apple, messages.names.deep.core]).toEqual([
    "Frukto",
    "3 pecoj",
    "Pomo",
    "Kerno",
  ]);
  expect(messages.steps.join(" ")).toBe("Lavi Manĝi");
  page.locale = "en-US";
  expect([messages.title, names.apple]).toEqual(["Fruit", "Apple"]);
});

test("what a language lacks is said in English", () => {
  page.locale = "eo";
  expect([messages.sour, messages.names.pear]).toEqual(["Sour", "Pear"]);
  const alone = inLanguage("unheard", { one: "One", more: { two: "Two" } });
  expect([alone.one, alone.more.two]).toEqual(["One", "Two"]);
});

test("words are listed as those of any object", () => {
  page.locale = "eo";
  expect(Object.keys(messages)).toEqual(Object.keys(english));
  expect(Object.entries(messages.names.deep)).toEqual([["core", "Kerno"]]);
  expect("apple" in messages.names && !("plum" in messages.names)).toBe(true);
  expect({ ...messages.names }).toMatchObject({ apple: "Pomo", pear: "Pear" });
  expect(messages.names).toBe(messages.names);
});

test("a locale whose words nobody wrote is written in English", () => {
  page.locale = "fr-CA";
  expect([currentLanguage(), messages.title]).toEqual(["en", "Fruit"]);
  page.locale = "eo-CH";
  expect(currentLanguage()).toBe("eo");
});

test("a key that is none of ours is said as it came", () => {
  page.locale = "eo";
  expect([wordFor(messages.names.deep, "core"), wordFor(messages.names.deep, "kiwi")]).toEqual(["Kerno", "kiwi"]);
});
