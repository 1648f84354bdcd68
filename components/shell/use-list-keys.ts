import { messages } from "./messages";
import type { Shortcut, ShortcutScope } from "./shortcuts";
import { useShortcuts } from "./use-shortcuts";

type ListKeys = ShortcutScope & { words?: { next: string; previous: string }; others?: readonly Shortcut[] };

/** Lets `j` and `k` go along the lists of a screen: their items are what has `data-list-item` and can have the focus. */
export function useListKeys({ words = messages.listKeys, others = [], ...scope }: ListKeys): void {
  useShortcuts(scope, [
    { keys: "j", description: words.next, run: () => focusItem(1) },
    { keys: "k", description: words.previous, run: () => focusItem(-1) },
    ...others,
  ]);
}

/** Presses the button of the item at hand that has this `data-action`. Answers whether there is one. */
export function pressAction(action: string): boolean {
  const button = document.activeElement
    ?.closest("[data-list-item]")
    ?.querySelector<HTMLButtonElement>(`[data-action="${action}"]`);
  button?.click();
  return button !== null && button !== undefined;
}

function focusItem(step: 1 | -1): void {
  const items = [...document.querySelectorAll<HTMLElement>("[data-list-item]")];
  const at = items.findIndex((item) => item.contains(document.activeElement));
  items[at === -1 ? 0 : Math.min(Math.max(at + step, 0), items.length - 1)]?.focus();
}
