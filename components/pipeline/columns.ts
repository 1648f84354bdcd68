import type { BoardCardAnswer } from "@/lib/dialects/native/board";
import { rankBetween } from "@/lib/kit/rank";
import type { BoardSearch } from "./search-params";

export type Card = BoardCardAnswer;

/** The cards of a stage that are loaded, from the top; `next` is null when there are no more below. */
export type Column = { cards: Card[]; next: string | null };

/** Where cards go: in which column, and at which place among the cards that do not move. */
export type Target = { stageId: string; index: number };

/** Whether a card belongs on a board that shows one status, or all. Words and filters are the server's to judge. */
export const isShown = ({ status, isArchived }: Card, search: Pick<BoardSearch, "status">): boolean =>
  !isArchived && (search.status === "all" || search.status === status);

/** The order of a column: by rank, then by id, as bytes. */
const comesBefore = (one: Card, other: Card): boolean =>
  one.position < other.position || (one.position === other.position && one.id < other.id);

/** A column without some cards; the same one when it has none of them. */
export function without(column: Column, ids: ReadonlySet<string>): Column {
  const cards = column.cards.filter(({ id }) => !ids.has(id));
  return cards.length === column.cards.length ? column : { ...column, cards };
}

/** A column with a card at the place its rank says, as far as the column is loaded. */
export function withCard(column: Column, card: Card): Column {
  const cards = column.cards.filter(({ id }) => id !== card.id);
  const place = cards.findIndex((other) => comesBefore(card, other));
  if (place < 0 && column.next !== null) return { ...column, cards };
  return { ...column, cards: cards.toSpliced(place < 0 ? cards.length : place, 0, card) };
}

/**
 * Cards as they are to stand at a place among others: one below the other, with ranks for the moment
 * until the server says which.
 */
export function placed(cards: Card[], others: Card[], { stageId, index }: Target, now: Date): Card[] {
  const high = others[index]?.position ?? null;
  let low = others[index - 1]?.position ?? null;
  return cards.map((card) => {
    // Two cards of one rank have no room between them: beside the first is near enough for a moment.
    const position = low !== null && high !== null && low >= high ? low : rankBetween(low, high);
    low = position;
    const isMoved = card.stageId !== stageId;
    return { ...card, stageId, position, stageChangedAt: isMoved ? now.toISOString() : card.stageChangedAt };
  });
}

/** The neighbours that a place has, as a move names them: right below the one, else right above the other. */
export function neighboursAt(others: Card[], index: number): { after?: string; before?: string } {
  const [above, below] = [others[index - 1], others[index]];
  return { ...(above && { after: above.id }), ...(below && { before: below.id }) };
}

/** What of a column's head cards add to it (or take from it, with -1): how many, and how much by currency. */
export function counted<
  Head extends { count: number; sums: { currency: string; minor: number; weightedMinor: number }[] },
>(head: Head & { probability: number }, cards: Card[], sign: 1 | -1): Head & { probability: number } {
  const sums = head.sums.map((sum) => ({ ...sum }));
  for (const { valueMinor, currency, status } of cards) {
    if (valueMinor === null) continue;
    const chance = status === "open" ? head.probability : status === "won" ? 100 : 0;
    const sum = sums.find((each) => each.currency === currency);
    const expected = Math.round((valueMinor * chance) / 100);
    if (sum) {
      sum.minor += sign * valueMinor;
      sum.weightedMinor += sign * expected;
    } else if (sign === 1) sums.push({ currency, minor: valueMinor, weightedMinor: expected });
  }
  return { ...head, count: Math.max(0, head.count + sign * cards.length), sums };
}
