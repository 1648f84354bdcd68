import { expect, test } from "vitest";
import { type Card, type Column, counted, isShown, neighboursAt, placed, withCard, without } from "./columns";

const card = (id: string, position: string, more: Partial<Card> = {}): Card => ({
  id,
  number: 1,
  name: id,
  version: 1,
  stageId: "one",
  position,
  stageChangedAt: "2026-01-01T00:00:00.000Z",
  status: "open",
  isArchived: false,
  valueMinor: 100,
  currency: "USD",
  contactName: null,
  companyName: null,
  tags: [],
  owner: null,
  next: null,
  ...more,
});
const names = ({ cards }: Column) => cards.map(({ id }) => id).join("");
const column: Column = { cards: [card("a", "B"), card("b", "D"), card("c", "F")], next: null };

test("a card stands where its rank says, once", () => {
  expect(names(withCard(column, card("x", "C")))).toBe("axbc");
  expect(names(withCard(column, card("a", "G")))).toBe("bca");
  expect(names(withCard(column, card("a0", "B")))).toBe("aa0bc");
  expect(names(without(column, new Set(["b"])))).toBe("ac");
  expect(without(column, new Set(["x"]))).toBe(column);
});

test("a card below what is loaded is left for later", () => {
  const loaded = { ...column, next: "F.c" };
  expect(names(withCard(loaded, card("x", "G")))).toBe("abc");
  expect(names(withCard(loaded, card("a", "G")))).toBe("bc");
});

test("cards that are placed keep their order and stand between their neighbours", () => {
  const now = new Date("2026-02-02T00:00:00Z");
  const others = without(column, new Set(["c"])).cards;
  const moved = placed([card("x", "Q", { stageId: "two" }), card("c", "F")], others, { stageId: "one", index: 1 }, now);
  const whole = moved.reduce(withCard, { cards: others, next: null });
  expect(names(whole)).toBe("axcb");
  expect(moved.map(({ stageChangedAt }) => stageChangedAt)).toEqual([now.toISOString(), "2026-01-01T00:00:00.000Z"]);
  expect(neighboursAt(others, 0)).toEqual({ before: "a" });
  expect(neighboursAt(others, 1)).toEqual({ after: "a", before: "b" });
  expect(neighboursAt(others, 2)).toEqual({ after: "b" });
});

test("neighbours of one rank do no harm", () => {
  const twins = [card("a", "B"), card("b", "B")];
  const [moved] = placed([card("x", "Q")], twins, { stageId: "one", index: 1 }, new Date());
  expect(moved?.position).toBe("B");
});

test("a head counts what comes and goes", () => {
  const head = { count: 1, probability: 15, sums: [{ currency: "USD", minor: 100, weightedMinor: 15 }] };
  const more = counted(head, [card("a", "B", { valueMinor: 10 }), card("b", "C", { currency: "EUR" })], 1);
  expect(more).toMatchObject({
    count: 3,
    sums: [
      { currency: "USD", minor: 110, weightedMinor: 17 },
      { currency: "EUR", minor: 100, weightedMinor: 15 },
    ],
  });
  expect(counted(head, [card("a", "B", { valueMinor: null })], -1)).toMatchObject({ count: 0, sums: [{ minor: 100 }] });
});

test("a board of open deals shows no others", () => {
  expect(isShown(card("a", "B"), { status: "open" })).toBe(true);
  expect(isShown(card("a", "B", { status: "won" }), { status: "open" })).toBe(false);
  expect(isShown(card("a", "B", { status: "won" }), { status: "all" })).toBe(true);
  expect(isShown(card("a", "B", { isArchived: true }), { status: "all" })).toBe(false);
});
