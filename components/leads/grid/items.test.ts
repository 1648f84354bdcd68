import { expect, test } from "vitest";
import type { LeadGroup, LeadRow } from "@/components/leads/queries";
import { pagesBefore, withoutGroups } from "@/components/leads/state/closed-groups";
import type { LeadPage } from "@/components/leads/state/pages";
import { gridItems, keyOfItem } from "./items";

const stage = (id: string) => ({ id, name: id.toUpperCase(), color: "#112233" });
// A line is known by these alone.
const lead = (id: string, of: string) => ({ id, stage: stage(of) }) as LeadRow;
const group = (key: string): LeadGroup => ({ key, label: key, color: null, count: 1, sums: [], filter: {} });
const grouped = { by: "stage", timeZone: "UTC", groups: ["a", "b", "c", "d"].map(group) } as const;
const lines = (leads: LeadRow[], closed: string[], { hasEarlier = false, hasMore = false } = {}) =>
  gridItems(leads, { ...grouped, closed: new Set(closed), hasEarlier, hasMore }).map((item) =>
    item.kind === "group" && item.isClosed ? `(${item.group.key})` : keyOfItem(item),
  );

test("each group has a head before its first lead, and a closed one its head alone, where its leads would be", () => {
  const leads = [lead("1", "a"), lead("2", "a"), lead("3", "c")];
  expect(lines(leads, [])).toEqual(["group:a", "1", "2", "group:c", "3"]);
  expect(lines(leads, ["b", "d"])).toEqual(["group:a", "1", "2", "(b)", "group:c", "3", "(d)"]);
  expect(lines(leads, ["b", "d"], { hasMore: true })).toEqual(["group:a", "1", "2", "(b)", "group:c", "3"]);
  expect(lines([], ["a", "b"])).toEqual(["(a)", "(b)"]);
  expect(lines([lead("3", "c")], ["a", "b", "d"], { hasEarlier: true })).toEqual(["group:c", "3", "(d)"]);
});

test("closed groups are left out of what is asked for", () => {
  const all = { all: [{ field: "name", operator: "contains", value: "x" }] } as const;
  const filter = { all: [...all.all] };
  expect(withoutGroups(filter, "stage", [])).toBe(filter);
  expect(withoutGroups(filter, null, ["a"])).toBe(filter);
  expect(withoutGroups(filter, "owner", ["a", ""])).toEqual({
    all: [...all.all, { field: "owner", operator: "noneOf", value: ["a"] }, { field: "owner", operator: "isNotEmpty" }],
  });
  expect(withoutGroups({ any: [...all.all] }, "month", ["2026-12"])).toEqual({
    all: [
      { any: [...all.all] },
      {
        any: [
          { field: "createdAt", operator: "before", value: "2026-12-01" },
          { field: "createdAt", operator: "onOrAfter", value: "2027-01-01" },
        ],
      },
    ],
  });
});

test("closed months that follow each other are left out together, however many they are", () => {
  const outside = (from: string, until: string) => ({
    any: [
      { field: "createdAt", operator: "before", value: `${from}-01` },
      { field: "createdAt", operator: "onOrAfter", value: `${until}-01` },
    ],
  });
  const many = Array.from({ length: 40 }, (_, month) => new Date(Date.UTC(2023, month)).toISOString().slice(0, 7));
  expect(withoutGroups({ all: [] }, "month", ["2026-08", ...many.toReversed()])).toEqual({
    all: [outside("2023-01", "2026-05"), outside("2026-08", "2026-09")],
  });
});

test("of a list whose group is opened the pages before it stay", () => {
  // No more of a page is looked at.
  const page = (...items: LeadRow[]) => ({ items }) as LeadPage;
  const kept = { pages: [page(lead("1", "a")), page(lead("2", "a"), lead("3", "c"))], pageParams: ["", "x"] };
  const before = (...stages: string[]) => pagesBefore(kept, (each) => stages.includes(each.stage.id));
  expect(before("a")).toEqual({ pages: kept.pages.slice(0, 1), pageParams: [""] });
  expect(before("b")).toBeNull();
  expect(before("a", "c")).toEqual(kept);
});
