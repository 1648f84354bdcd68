import { AsyncLocalStorage } from "node:async_hooks";
import { fetchLanguage, languages } from "@/languages";
import { keepLocalesIn, type PageLocale, usualLocale } from "@/lib/kit/locale";

const pages = new AsyncLocalStorage<PageLocale>();

/**
 * Gives every page that `answer` writes a locale of its own, which the page says once it knows who looks
 * at it. Resolves when the words of all languages are at hand.
 */
export async function withPageLocale<Input extends unknown[]>(
  answer: (...input: Input) => Promise<void>,
): Promise<(...input: Input) => Promise<void>> {
  await Promise.all(Object.keys(languages).map(fetchLanguage));
  keepLocalesIn(() => pages.getStore());
  return (...input) => pages.run({ locale: usualLocale }, () => answer(...input));
}
