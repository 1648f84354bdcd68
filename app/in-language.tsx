"use client";

import { type ReactNode, use } from "react";
import { fetchLanguage } from "@/languages";
import { isKnownLanguage } from "@/lib/kit/language";
import { readPageIn } from "@/lib/kit/locale";

const fetched = new Map<string, Promise<void>>();

type InLanguageProps = {
  /** The language (its subtag) and the locale that the server writes the page in. */
  language: string;
  locale: string;
  children: ReactNode;
};

/** What stands around every page: nothing of it is brought to life before the words of its language are there. */
export function InLanguage({ language, locale, children }: InLanguageProps) {
  readPageIn(locale);
  if (isKnownLanguage(language)) return children;
  const words = fetched.get(language) ?? fetchLanguage(language);
  fetched.set(language, words);
  use(words);
  return children;
}
