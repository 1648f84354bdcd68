import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Words } from "@/lib/kit/language";
import { languages } from ".";

/** The English of every message file, by the name it gives itself: the file itself, with no page to be written in another language. */
const english = new Map<string, Words>();
const files = globSync("{app,components,lib}/**/*messages.ts");
for (const file of files) {
  const [, exported = "", name] = /export const (\w+) = inLanguage\("(\w+)"/.exec(readFileSync(file, "utf8")) ?? [];
  if (name === undefined) continue;
  const loaded: Record<string, Words> = await import(/* @vite-ignore */ `@/${file}`);
  english.set(name, loaded[exported] ?? {});
}

type Message = string | ((...given: unknown[]) => unknown);

/** Every message below `words`, by its path: `tasks.groups.today`. */
const messagesOf = (words: unknown, path = ""): [string, Message][] =>
  typeof words === "object" && words !== null
    ? Object.entries(words).flatMap(([key, part]) => messagesOf(part, path === "" ? key : `${path}.${key}`))
    : typeof words === "string" || typeof words === "function"
      ? [[path, words as Message]]
      : [];

/** What a message may be given: so many of a thing, or what it is called; each can be told from what it is put into. */
const samples = [
  ["Ada", "Bea", "Cleo", "Dora"],
  [7, 8, 9, 10],
  [1, 2, 3, 4],
  [0, 0, 0, 0],
];

/** What a message says when it is given `given`; null where it needs something else, such as a number and not a name. */
function say(message: Message, given: readonly unknown[]): string | null {
  if (typeof message === "string") return message;
  try {
    const said = String(message(...given));
    return said.includes("NaN") ? null : said;
  } catch {
    return null;
  }
}

test("the message files are found, each by a name of its own", () => {
  expect(english.size).toBeGreaterThan(40);
  // Names of languages are the same in every one.
  expect(files.length - english.size, "two message files have one name").toBe(1);
});

describe.each(Object.keys(languages))("%s", async (tag) => {
  const file = await languages[tag]?.();
  const words = new Map<string, Message>(messagesOf(file?.default));
  const originals = messagesOf(Object.fromEntries(english));

  test("has a word for every word, and none for what is not there", () => {
    expect([...words.keys()].toSorted()).toEqual(originals.map(([path]) => path).toSorted());
  });

  test("says with each what English says with it", () => {
    const wrong = originals.flatMap(([path, original]) => {
      const message = words.get(path) ?? "";
      return samples.flatMap((given) => {
        const [said, meant] = [say(message, given), say(original, given)];
        if (said === null || meant === null) return [];
        // None of a thing, or one, is said without its number by some.
        const told = given.map(String).filter((part) => !["0", "1"].includes(part) && meant.includes(part));
        const isWhole = told.every((part) => said.includes(part)) && (said.trim() === "") === (meant.trim() === "");
        return isWhole && typeof message === typeof original ? [] : [`${path}: ${said}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});
