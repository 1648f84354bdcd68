import { useEffect, useSyncExternalStore } from "react";
import { useLatest } from "@/components/ui/use-latest";
import {
  areShortcutsOn,
  listShortcuts,
  registerShortcuts,
  type Shortcut,
  type ShortcutGroup,
  type ShortcutScope,
  watchShortcuts,
} from "./shortcuts";

/** Makes keys do something while the component is on screen. A new array each time costs nothing. */
export function useShortcuts({ name, title, isEverywhere }: ShortcutScope, shortcuts: readonly Shortcut[]): void {
  const latest = useLatest(shortcuts);
  useEffect(
    () => registerShortcuts({ name, title, isEverywhere }, () => latest.current),
    [name, title, isEverywhere, latest],
  );
}

const nothing: readonly ShortcutGroup[] = [];

/** What can be pressed now, for the help sheet. */
export const useShortcutList = (): readonly ShortcutGroup[] =>
  useSyncExternalStore(watchShortcuts, listShortcuts, () => nothing);

/** Whether single keys do something in this browser. */
export const useShortcutsOn = (): boolean => useSyncExternalStore(watchShortcuts, areShortcutsOn, () => true);
