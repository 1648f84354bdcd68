import { learnLanguage } from "@/lib/kit/language";
import type { Language } from "./catalogue";

/** The languages that there are words in besides English, by their subtags. A new one is a file beside this, and a line. */
export const languages: Readonly<Record<string, () => Promise<{ default: Language }>>> = {
  de: () => import("./de"),
};

/** Fetches the words of a language, and makes them known. One that nobody wrote, or that can not be fetched, stays unknown. */
export async function fetchLanguage(language: string): Promise<void> {
  const file = await languages[language]?.().catch(() => null);
  if (file) learnLanguage(language, file.default);
}
