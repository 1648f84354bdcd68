import { expect, test } from "vitest";
import { leftToView, viewAt } from "@/components/fields/views/view";
import { plainSettings } from "@/components/leads/state/search-params";
import type { ViewAnswer } from "@/lib/dialects/native/views";
import { allViews, isChanged } from "./view";

const saved: ViewAnswer = {
  id: "v1",
  kind: "table",
  name: "Hot",
  shared: true,
  owner: { id: "u1", name: "Ada" },
  changeable: true,
  isDefault: false,
  query: { filter: { all: [] }, sorts: [{ field: "name", direction: "asc" }] },
  columns: [{ field: "name" }, { field: "owner", width: 120, pinned: true }],
  settings: { groupBy: "stage" },
  position: 0,
  updatedAt: "2026-11-21T00:00:00Z",
};

test("a list begins with the person's default, a rep without one with what is theirs", () => {
  const views = allViews([saved]);
  expect(viewAt("", views, false).id).toBe("all");
  expect(viewAt("", views, true).id).toBe("mine");
  expect(viewAt("", allViews([{ ...saved, isDefault: true }]), true).id).toBe("v1");
  expect(viewAt("gone", views, true).id).toBe("all");
});

test("a saved view comes back as it was, and the URL says only what differs", () => {
  const view = viewAt("v1", allViews([saved]), false);
  expect(view.settings).toEqual({
    filter: { all: [] },
    sorts: [{ field: "name", direction: "asc" }],
    group: "stage",
    columns: [{ id: "name" }, { id: "owner", width: 120, isPinned: true }],
  });
  expect(isChanged(view, view.settings, "")).toBe(false);
  expect(isChanged(view, { ...view.settings, group: null }, "")).toBe(true);
  expect(leftToView({ group: "stage", sorts: [], search: "" }, view)).toEqual({
    group: undefined,
    sorts: [],
    search: undefined,
  });
  expect(isChanged(viewAt("", allViews([]), false), plainSettings, "roof")).toBe(true);
});
