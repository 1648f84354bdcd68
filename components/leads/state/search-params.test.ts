import { expect, test } from "vitest";
import { askedOf, askedOfSelected } from "./asked";
import {
  type LeadsSearch,
  plainSettings,
  readLeadsSearch,
  settingsOf,
  unreadParts,
  writeLeadsSearch,
} from "./search-params";

const search: LeadsSearch = {
  view: "all",
  search: "roof",
  filter: { any: [{ field: "stage", operator: "anyOf", value: ["x"] }, { all: [] }] },
  sorts: [{ field: "valueMinor", direction: "desc" }],
  group: "owner",
  columns: [
    { id: "name", width: 300 },
    { id: "tags", isPinned: true },
  ],
};

test("what a list shows survives the way through its URL", () => {
  expect(readLeadsSearch(writeLeadsSearch(search))).toEqual(search);
});

test("links of other screens are filters like any other", () => {
  const { filter, view } = readLeadsSearch({ stage: "x", source: "(none)", from: "2026-11-01", to: "2026-11-21" });
  expect(view).toBe("all");
  expect(filter).toEqual({
    all: [
      { field: "stage", operator: "is", value: "x" },
      { field: "source", operator: "isEmpty" },
      { field: "createdAt", operator: "between", value: ["2026-11-01", "2026-11-21"] },
    ],
  });
  expect(readLeadsSearch({ from: "2026-11-01" }).filter).toEqual({
    all: [{ field: "createdAt", operator: "onOrAfter", value: "2026-11-01" }],
  });
});

test.each(["{", "[]", '{"all":{}}', '{"all":[{"field":1}]}', '{"all":[{"any":[5]}]}'])(
  "a filter that somebody cut is none: %s",
  (filter) => {
    expect(readLeadsSearch({ filter }).filter).toBeUndefined();
  },
);

test("what of a URL makes no sense is left out, and said", () => {
  const search = { sort: "-name,<b>,tags", group: "weather", columns: "name,nonsense,stage", filter: "{" };
  expect(unreadParts(search)).toEqual(["filter", "sort", "group", "columns"]);
  expect(readLeadsSearch(search)).toEqual({
    view: "",
    sorts: [{ field: "name", direction: "desc" }],
    columns: [{ id: "name" }, { id: "stage" }],
  });
  expect(unreadParts({ sort: "custom:AbCdEfGhIjKlMnOpQrSt", group: "none", filter: '{"all":[]}' })).toEqual([]);
});

test("a list asks for its columns, sorts by its groups first, and leaves out what is not said yet", () => {
  const filter = { all: [{ field: "name", operator: "contains" as const }, { any: [] }] };
  expect(askedOf({ ...settingsOf(search, plainSettings), filter }, " roof ")).toEqual({
    columns: "tags",
    sort: "owner,-valueMinor",
    search: "roof",
  });
});

test("selected leads are asked for by their ids, and all but some without these", () => {
  const asked = { columns: "tags", search: "roof", sort: "name", filter: "{}" };
  const filter = { any: [{ field: "name", operator: "contains" as const, value: "roof" }] };
  expect(askedOfSelected(asked, filter, { ids: new Set(), isInverted: true })).toBe(asked);
  expect(askedOfSelected(asked, filter, { ids: new Set(["a"]), isInverted: false })).toEqual({
    columns: "tags",
    sort: "name",
    filter: '{"all":[{"field":"id","operator":"anyOf","value":["a"]}]}',
  });
  expect(
    JSON.parse(askedOfSelected(asked, filter, { ids: new Set(["a"]), isInverted: true })?.["filter"] ?? ""),
  ).toEqual({
    all: [filter, { field: "id", operator: "noneOf", value: ["a"] }],
  });
  const many = new Set(Array.from({ length: 401 }, (_, place) => String(place)));
  expect(askedOfSelected(asked, filter, { ids: many, isInverted: false })).toBeNull();
});
