import { useQueryClient } from "@tanstack/react-query";
import type { Shortcut } from "@/components/shell/shortcuts";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import type { BoardAnswer } from "@/lib/dialects/native/board";
import { columnOf, findCard } from "./board-cache";
import type { BoardStore } from "./board-store";
import type { Card, Target } from "./columns";
import { messages } from "./messages";
import type { BoardSearch } from "./search-params";
import type { Direction, useLift } from "./use-lift";
import type { Selection } from "./use-selection";

type BoardKeys = {
  store: BoardStore;
  board: BoardAnswer;
  search: BoardSearch;
  collapsed: ReadonlySet<string>;
  selection: Selection;
  lifting: ReturnType<typeof useLift>;
  focus: (cardId: string, target: Target) => void;
  /** The cards that go with one: all that are selected when it is one of them. */
  together: (card: Card) => Card[];
  startAdding: (stageId: string) => void;
};

/** The keys of the board, as the help sheet has them. */
export const boardScope = {
  name: "board",
  get title() {
    return messages.keys.title;
  },
};

/** What the keys do on the board: they move the focus, or the cards that were lifted. */
export function useBoardKeys({
  store,
  board,
  search,
  collapsed,
  selection,
  lifting,
  focus,
  together,
  startAdding,
}: BoardKeys): void {
  const client = useQueryClient();
  const { keys } = messages;
  const open = board.columns.filter(({ id }) => !collapsed.has(id));

  const inFocus = (): Card | undefined => {
    const id = cardElement()?.dataset.card;
    return id === undefined ? undefined : findCard(client, search, id);
  };
  const focusAt = (stageId: string, index: number) => {
    const { cards } = columnOf(client, search, stageId);
    const place = Math.min(Math.max(0, index), cards.length - 1);
    const card = cards[place];
    if (card) focus(card.id, { stageId, index: place });
  };

  /** The card that one was at last, else the first one: what keys mean that come from outside of the cards. */
  const atHand = (): Card | undefined => {
    const { activeId } = store.get();
    const active = activeId === null ? undefined : findCard(client, search, activeId);
    if (active && !collapsed.has(active.stageId)) return active;
    return open.flatMap(({ id }) => columnOf(client, search, id).cards.slice(0, 1))[0];
  };
  const goTo = ({ id, stageId }: Card) => {
    const index = columnOf(client, search, stageId).cards.findIndex((card) => card.id === id);
    focus(id, { stageId, index });
  };

  const step = (direction: Direction, isLetter: boolean) => () => {
    if (store.get().lift) return lifting.shift(direction);
    const card = inFocus();
    if (!card) {
      // Arrow keys in a control are its own.
      const next = isLetter || document.activeElement === document.body ? atHand() : undefined;
      return next ? goTo(next) : false;
    }
    const { cards } = columnOf(client, search, card.stageId);
    const index = cards.findIndex(({ id }) => id === card.id);
    if (direction === "up" || direction === "down")
      return focusAt(card.stageId, index + (direction === "down" ? 1 : -1));
    const ways = direction === "left" ? open.toReversed() : open;
    const place = ways.findIndex(({ id }) => id === card.stageId);
    const next = ways.slice(place + 1).find(({ id }) => columnOf(client, search, id).cards.length > 0);
    if (next) focusAt(next.id, index);
  };
  const onCard =
    (act: (card: Card) => void): (() => void | boolean) =>
    () => {
      const card = inFocus();
      return card ? act(card) : false;
    };
  const select = (): void | boolean => {
    const card = inFocus() ?? atHand();
    if (!card) return false;
    selection.toggle(card.id);
    // What is selected is seen, and the next key is about it.
    if (!inFocus()) goTo(card);
  };
  const openMenu = (): void | boolean => {
    // Of the card in focus, else of those that are selected, else of the card that one was at.
    const isSelecting = store.get().selected.size > 0;
    const menu = menuOf(cardElement()) ?? (isSelecting && document.querySelector<HTMLElement>("[data-selection-menu]"));
    if (menu) return menu.click();
    const card = atHand();
    const other = card && menuOf(document.querySelector(`[data-card="${card.id}"]`));
    return other ? other.click() : false;
  };
  const lift = (): void | boolean => {
    if (store.get().lift) return lifting.drop();
    // Space on a button or a box is theirs.
    if (!document.activeElement?.matches("[data-card] a")) return false;
    return onCard((card) => lifting.take(together(card), card.stageId))();
  };
  const extend = (direction: Direction) => () =>
    onCard((card) => {
      const { cards } = columnOf(client, search, card.stageId);
      selection.extend(card.id, cards);
      const next = cards[cards.findIndex(({ id }) => id === card.id) + (direction === "down" ? 1 : -1)];
      if (!next) return;
      selection.extend(next.id, cards);
      focus(next.id, { stageId: card.stageId, index: cards.indexOf(next) });
    })();

  const arrows: Shortcut[] = (["down", "up", "left", "right"] as const).map((direction) => ({
    keys: `Arrow${direction.charAt(0).toUpperCase()}${direction.slice(1)}`,
    description: keys[direction],
    run: step(direction, false),
  }));
  useShortcuts(boardScope, [
    ...arrows,
    { keys: "j", description: keys.down, run: step("down", true) },
    { keys: "k", description: keys.up, run: step("up", true) },
    { keys: "Space", description: keys.lift, run: lift },
    { keys: "Enter", description: keys.lift, run: () => (store.get().lift ? lifting.drop() : false) },
    { keys: "x", description: keys.select, run: select },
    { keys: "shift+ArrowDown", description: keys.select, run: extend("down") },
    { keys: "shift+ArrowUp", description: keys.select, run: extend("up") },
    { keys: "m", description: keys.menu, run: openMenu },
    {
      keys: "c",
      description: keys.add,
      run: () => {
        const stageId = inFocus()?.stageId ?? open[0]?.id;
        return stageId === undefined ? false : startAdding(stageId);
      },
    },
    {
      keys: "Escape",
      description: keys.cancel,
      run: () => {
        if (store.get().lift) return lifting.cancel();
        return store.get().selected.size > 0 ? selection.clear() : false;
      },
    },
  ]);
}

const cardElement = () => document.activeElement?.closest<HTMLElement>("[data-card]") ?? null;
const menuOf = (card: Element | null) => card?.querySelector<HTMLElement>("[data-card-menu]");
