import { expect, test } from "vitest";
import {
  acceptedLocale,
  currentLocale,
  firstLocale,
  isLocale,
  keepLocalesIn,
  usualLocale,
  writePageIn,
} from "./locale";
import { sayDay, sayExactly, sayMoment, sayTime } from "./moment";
import { sayNumber, sayTenths } from "./number";

test("a language is taken whose customs are known", () => {
  expect(["de-CH", "en", "pt-BR", "xx-XX", "no such", ""].map(isLocale)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test("what a browser names that is no language tag is passed over", () => {
  expect(firstLocale(["en-US@posix", "de-CH"])).toBe("de-CH");
  expect(firstLocale(["en-US@posix"])).toBe(usualLocale);
});

test.each([
  ["de-CH,de;q=0.9,en;q=0.8", "de-CH"],
  ["en;q=0.5, fr-FR", "fr-FR"],
  ["xx-XX, sv;q=0.1", "sv"],
  ["*", null],
  ["de;q=0", null],
  [null, null],
])("of the header %s it is %s", (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale);
});

/** What is written while a page in this language is answered. */
function written<Text>(locale: string, write: () => Text): Text {
  const page = { locale: usualLocale };
  keepLocalesIn(() => page);
  try {
    expect(writePageIn(locale)).toBe(locale);
    return write();
  } finally {
    keepLocalesIn(() => undefined);
  }
}

test("dates, times and numbers are written by the customs of whoever they are for", () => {
  const moment = new Date("2026-11-24T13:30:00Z");
  const now = new Date("2026-11-20T12:00:00Z");
  const say = () => [sayMoment(moment, now, "Europe/Berlin"), sayTime(moment, "Europe/Berlin"), sayNumber(1234.5)];
  expect(written("en-GB", say)).toEqual(["Tue 24 Nov 14:30", "14:30", "1,234.5"]);
  expect(written("en-US", say)).toEqual(["Tue, Nov 24 2:30 PM", "2:30 PM", "1,234.5"]);
  expect(written("de-DE", say)).toEqual(["Di., 24. Nov. 14:30", "14:30", "1.234,5"]);
  expect(written("fr-FR", say).at(-1)).toBe("1 234,5");
  expect(written("de-DE", () => sayTenths(8))).toBe("8,0");
  expect(say()).toEqual(["Tue 24 Nov 14:30", "14:30", "1,234.5"]);
});

test("days are counted the same in a language of other digits and another calendar", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  for (const locale of ["ar-EG", "fa-IR", "th-TH"])
    expect(written(locale, () => sayDay(new Date("2026-11-25T12:00:00Z"), now, "UTC"))).toBe("Tomorrow");
});

test("the zone is named where somebody looks closer", () => {
  expect(sayExactly(new Date("2026-11-24T13:30:00Z"), "Europe/Berlin")).toMatch(/14:30 (CET|GMT\+1)$/);
});

test("without a page the usual customs hold", () => {
  expect(writePageIn("de-DE")).toBe(usualLocale);
  expect(currentLocale()).toBe(usualLocale);
});
