import { AsyncLocalStorage } from "node:async_hooks";
import { keepLocalesIn, type PageLocale, usualLocale } from "@/lib/kit/locale";

const pages = new AsyncLocalStorage<PageLocale>();

/** Gives every page that `answer` writes a locale of its own, which the page says once it knows who looks at it. */
export function withPageLocale<Input extends unknown[]>(
  answer: (...input: Input) => Promise<void>,
): (...input: Input) => Promise<void> {
  keepLocalesIn(() => pages.getStore());
  return (...input) => pages.run({ locale: usualLocale }, () => answer(...input));
}
