import { expect, test } from "vitest";
import { leftToView, viewAt } from "@/components/fields/views/view";
import type { ViewAnswer } from "@/lib/dialects/native/views";
import { cardFacts } from "./card-fields";
import { type BoardSaid, readBoardSearch, tableOf, writeBoardSearch } from "./search-params";
import { allViews, boardAt, isChanged, looksForSome, viewBody } from "./view";

const tags = { field: "tags", operator: "anyOf", value: ["a"] } as const;
const shown = { pipeline: "p", status: "won", search: "", filter: JSON.stringify({ all: [tags] }) } as const;

const saved: ViewAnswer = {
  id: "v1",
  kind: "board",
  name: "Big ones",
  shared: true,
  owner: { id: "u1", name: "Ada" },
  changeable: true,
  isDefault: false,
  query: { filter: { all: [tags] }, sorts: [], search: "roof" },
  columns: [],
  settings: { pipeline: "p", status: "won", facts: "value,owner" },
  position: 0,
  updatedAt: "2026-11-21T00:00:00Z",
};

test("the URL says what is shown, and what makes no sense in it asks for nothing", () => {
  const filter = JSON.stringify({ all: [{ field: "name", operator: "contains", value: "a" }, { any: [] }] });
  const said: BoardSaid = { view: "all", pipeline: "p", status: "won", search: "x", filter, facts: ["value"] };
  expect(readBoardSearch({ pipeline: "p", status: "won", search: "x", filter, facts: "odd,value" })).toEqual(said);
  expect(readBoardSearch(writeBoardSearch(said))).toEqual(said);
  expect(readBoardSearch(writeBoardSearch({ view: "v1", facts: [] }))).toEqual({ view: "v1", facts: [] });
  expect(readBoardSearch({ status: "odd" })).toEqual({ view: "" });
  expect(readBoardSearch({ filter: "{" })).toEqual({ view: "all", filter: "" });
});

test("a board of one's own leads is one to put leads on, not one that looks for some", () => {
  const [all, mine] = allViews([]).map((view) => boardAt({ view: view.id }, view));
  if (!all || !mine) throw new Error("Everybody has these views.");
  expect([all, { ...mine, pipeline: "p" }].map(looksForSome)).toEqual([false, false]);
  expect([{ ...mine, search: "roof" }, shown].map(looksForSome)).toEqual([true, true]);
});

test("the table shows the same leads", () => {
  const filter = JSON.stringify({ any: [tags] });
  const url = new URL(tableOf({ pipeline: "", status: "open", search: "roof ", filter }, "p"), "http://x");
  expect(url.searchParams.get("search")).toBe("roof");
  expect(JSON.parse(url.searchParams.get("filter") ?? "")).toEqual({
    all: [
      { field: "pipeline", operator: "is", value: "p" },
      { field: "archived", operator: "is", value: false },
      { field: "status", operator: "is", value: "open" },
      JSON.parse(filter),
    ],
  });
});

test("the board says in its own words what a filter of the table says of pipeline and status, there and back", () => {
  const url = new URL(tableOf(shown, "p"), "http://x");
  const { search: _, ...rest } = shown;
  expect(readBoardSearch({ filter: url.searchParams.get("filter") })).toEqual({ view: "all", ...rest });
  const two = JSON.stringify({ all: [{ field: "status", operator: "anyOf", value: ["won", "lost"] }] });
  expect(readBoardSearch({ filter: two })).toEqual({ view: "all", filter: two });
});

test("a board begins with the person's default, a rep's without one with what is theirs", () => {
  const at = (views: ViewAnswer[], isRep: boolean) => viewAt(readBoardSearch({}).view, allViews(views), isRep);
  expect(at([saved], false).id).toBe("all");
  expect(boardAt({ view: "" }, at([], true))).toMatchObject({ pipeline: "", status: "open", facts: cardFacts });
  expect(boardAt({ view: "" }, at([], true)).filter).toContain("owner");
  expect(at([{ ...saved, isDefault: true }], true).id).toBe("v1");
});

test("a saved view comes back as it was, and the URL says only what differs", () => {
  const view = viewAt("v1", allViews([saved]), false);
  const board = boardAt({ view: "v1" }, view);
  expect(board).toEqual({ ...shown, search: "roof", facts: ["value", "owner"] });
  expect(viewBody(board)).toEqual({ query: saved.query, columns: [], settings: saved.settings });
  expect(isChanged(view, board)).toBe(false);
  expect(isChanged(view, { ...board, status: "lost" })).toBe(true);
  const change = leftToView<BoardSaid>({ status: "won", search: "", facts: [] }, view);
  expect(writeBoardSearch(change)).toEqual({ status: null, search: "", facts: "none" });
});
