import { useEffect, useRef } from "react";
import { useLatest } from "./use-latest";

/** Calls `giveBack` when something that was open is gone and took the focus with it; not when the focus has gone on already. */
export function useFocusBack(isOpen: boolean, giveBack: () => void): void {
  const wasOpen = useRef(isOpen);
  const latest = useLatest(giveBack);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) latest.current();
    wasOpen.current = isOpen;
  }, [isOpen, latest]);
}
