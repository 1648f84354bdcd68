"use client";

import { type ReactNode, use } from "react";
import { fetchLanguage } from "@/languages";
import { isKnownLanguage } from "@/lib/kit/language";

const fetched = new Map<string, Promise<void>>();

/** What stands around a page that is written in a language: nothing of it is brought to life before its words are there. */
export function InLanguage({ language, children }: { language: string; children: ReactNode }) {
  if (isKnownLanguage(language)) return children;
  const words = fetched.get(language) ?? fetchLanguage(language);
  fetched.set(language, words);
  use(words);
  return children;
}
