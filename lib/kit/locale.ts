import { processWide } from "./process-wide";

/** How dates and numbers are written where nobody said otherwise. */
export const usualLocale = "en-GB";

/** Whether `text` is a language tag (BCP 47) whose customs are known here, such as `de-CH`. */
export function isLocale(text: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(text).length > 0;
  } catch {
    return false;
  }
}

/** The first of these language tags whose customs are known here, else the usual one. Some systems give a browser what is none, such as `en-US@posix`. */
export const firstLocale = (tags: readonly string[]): string => tags.find(isLocale) ?? usualLocale;

/** The first language of an `Accept-Language` header whose customs are known here; null when it names none. */
export function acceptedLocale(header: string | null): string | null {
  const wanted = (header ?? "").split(",").map((each) => {
    const [tag = "", ...options] = each.trim().split(";");
    const weight = options.map((option) => /^\s*q=([\d.]+)$/.exec(option)?.[1]).find(Boolean);
    return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = wanted.filter(({ tag, weight }) => weight > 0 && /^[a-z]/i.test(tag) && isLocale(tag));
  return known.toSorted((one, other) => other.weight - one.weight)[0]?.tag ?? null;
}

/** What a server knows of the page it is writing, while it writes it. */
export type PageLocale = { locale: string };

/** Where a server keeps the locale of each page that it writes; none in browsers and in other servers than ours. */
const server = () =>
  processWide<{ find: () => PageLocale | undefined }>("kit.locale", () => ({ find: () => undefined }));

/** Has `currentLocale` ask `find` on this server. */
export const keepLocalesIn = (find: () => PageLocale | undefined): void => void (server().find = find);

/** Says by whose customs the page is written that is being answered. Answers the ones in force, which the page then names. */
export function writePageIn(locale: string): string {
  const page = server().find();
  if (page) page.locale = locale;
  return page ? locale : usualLocale;
}

let named = usualLocale;

/** Says in a browser by whose customs its page is written, as the server has written it. */
export const readPageIn = (locale: string): void => void (named = locale);

/** By whose customs dates and numbers are written now: those of whoever the page is for, on a server and in a browser alike. */
export const currentLocale = (): string =>
  typeof document === "undefined" ? (server().find()?.locale ?? usualLocale) : named;
