import { currentLocale } from "./locale";
import { processWide } from "./process-wide";

/** What a message file holds: texts, functions that make a text of what they are given, and objects of such words. */
export type Words = Readonly<Record<PropertyKey, unknown>>;

/** The language that every message file is written in, and that stands in for a word another one lacks. */
export const usualLanguage = "en";

/** The words of the other languages, each by the names of the message files that they are for. */
const known = () => processWide("kit.languages", () => new Map<string, Readonly<Record<string, Words>>>());

/** Makes the words of a language (its subtag: `de`) known, before anything is written in it. */
export const learnLanguage = (language: string, words: Readonly<Record<string, Words>>): void =>
  void known().set(language, words);

/** Whether what is said in a language can be said here and now. */
export const isKnownLanguage = (language: string): boolean => language === usualLanguage || known().has(language);

/** The language (its subtag: `de`) that words are said in now: that of the locale in force if it is known, else English. */
export function currentLanguage(): string {
  const [language = usualLanguage] = currentLocale().split("-");
  return isKnownLanguage(language) ? language : usualLanguage;
}

/**
 * The English words of a message file, which answer in the language of whoever the page is for, at the
 * moment that they are read. Another language has them under the same `name`.
 */
export const inLanguage = <const English extends Words>(name: string, english: English): English =>
  translated(english, () => known().get(currentLanguage())?.[name]);

function translated<English extends Words>(english: English, translation: () => Words | undefined): English {
  const parts = new Map<PropertyKey, Words>();
  return new Proxy(english, {
    get(_, key) {
      const own: unknown = english[key];
      if (!isPart(own)) return translation()?.[key] ?? own;
      const part = parts.get(key) ?? translated(own, () => partOf(translation()?.[key]));
      parts.set(key, part);
      return part;
    },
  });
}

const isPart = (words: unknown): words is Words => typeof words === "object" && !Array.isArray(words);
const partOf = (words: unknown): Words | undefined => (isPart(words) ? words : undefined);

/** The word for `key`, where programs may have sent one that has none: then that itself. */
export const wordFor = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;
