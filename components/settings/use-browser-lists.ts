import { useSyncExternalStore } from "react";
import { currentLanguage } from "@/lib/kit/language";
import { firstLocale } from "@/lib/kit/locale";

/** A code of a currency or country, and what people call it. */
export type NamedCode = { code: string; name: string };

export type BrowserLists = {
  /** The zone and the locale that the browser is set to. */
  zone: string;
  locale: string;
  zones: string[];
  currencies: NamedCode[];
  countries: NamedCode[];
};

/** What the browser knows of zones, currencies and countries, once it is there: the server's lists may be others. */
export const useBrowserLists = (): BrowserLists | null => useSyncExternalStore(never, readLists, () => null);

const never = () => () => {};
let read: BrowserLists | undefined;
const readLists = (): BrowserLists =>
  (read ??= {
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: firstLocale(navigator.languages),
    zones: ["UTC", ...Intl.supportedValuesOf("timeZone")],
    currencies: named("currency", Intl.supportedValuesOf("currency")),
    countries: named("region", countryCodes()),
  });

/** The codes that have a name, in the language of the rest of the page, by their names. */
function named(type: "currency" | "region", codes: string[]): NamedCode[] {
  const language = currentLanguage();
  const names = new Intl.DisplayNames(language, { type, fallback: "none" });
  return codes
    .flatMap((code) => {
      const name = names.of(code);
      return name ? [{ code, name }] : [];
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, language));
}

/** Codes of two letters that are no country: unions, what is unknown, and what is kept for tests. */
const noCountries = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

/** Every pair of letters: browsers have no list of countries, but names for those there are. */
function countryCodes(): string[] {
  const letters = Array.from({ length: 26 }, (_, place) => String.fromCodePoint(65 + place));
  return letters.flatMap((one) => letters.map((other) => one + other)).filter((code) => !noCountries.has(code));
}
