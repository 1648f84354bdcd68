import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import {
  listShortcuts,
  registerShortcuts,
  type Shortcut,
  type ShortcutGroup,
  type ShortcutScope,
  watchShortcuts,
} from "./shortcuts";

/** Makes keys do something while the component is on screen. A new array each time costs nothing. */
export function useShortcuts({ name, title }: ShortcutScope, shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => registerShortcuts({ name, title }, () => latest.current), [name, title]);
}

const nothing: readonly ShortcutGroup[] = [];

/** What can be pressed now, for the help sheet. */
export const useShortcutList = (): readonly ShortcutGroup[] =>
  useSyncExternalStore(watchShortcuts, listShortcuts, () => nothing);
