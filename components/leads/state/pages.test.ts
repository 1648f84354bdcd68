import { expect, test } from "vitest";
import { type LeadPage, leadsOf, pageAt, refreshPage } from "./pages";

/** A page of leads that are nothing but their ids. */
function page(ids: string, nextCursor: string | null): LeadPage {
  const items = ids.split("").map((id) => ({ id }));
  // The rest of a lead is never looked at here.
  return {
    asOf: "",
    timeZone: "UTC",
    locationTimeZone: "UTC",
    nextCursor,
    previousCursor: null,
    total: null,
    sums: null,
    items,
  } as unknown as LeadPage;
}
const idsOf = ({ items }: Pick<LeadPage, "items">) => items.map(({ id }) => id).join("");

test.each([
  ["the same", "abcd", "abcd"],
  ["a new lead at the top pushes none out", "xabc", "xabcd"],
  ["a deleted lead pulls none in that the next page has", "acde", "acd"],
  ["a deleted last lead leaves the end open to those the next page has too", "abce", "abce"],
])("a page fetched again keeps its end: %s", (_, fetched, kept) => {
  const again = refreshPage(page("abcd", "after d"), page(fetched, "elsewhere"));
  expect([idsOf(again), again.nextCursor]).toEqual([kept, "after d"]);
});

test("the last page has no end to keep", () => {
  const again = refreshPage(page("abcd", null), page("xabc", "after c"));
  expect([idsOf(again), again.nextCursor]).toEqual(["xabc", "after c"]);
});

test("a lead on two pages is shown once, and a lead's page is known", () => {
  const pages = [page("abcd", "after d"), page("de", null)];
  expect(idsOf({ items: leadsOf(pages) })).toBe("abcde");
  expect([0, 3, 4, 99].map((index) => pageAt(pages, index))).toEqual([0, 0, 1, 1]);
});
