"use client";

import { useRouter } from "next/navigation";
import { laterMessages } from "./later-messages";
import { navigationItems } from "./navigation-items";
import { type Overlay, showOverlay } from "./overlay";
import { useShortcuts } from "./use-shortcuts";

/** What keys do on every screen, unless it has a meaning of its own for them. */
export function AppKeys() {
  const router = useRouter();
  const show = (overlay: Overlay) => () => {
    // Over a dialog, which has to be answered first, nothing else opens.
    if (document.querySelector('[role="dialog"]:not([data-shortcuts]), [role="alertdialog"]')) return false;
    showOverlay(overlay);
    return true;
  };
  useShortcuts({ name: "app", title: laterMessages.everywhere, isEverywhere: true }, [
    { keys: "mod+k", description: laterMessages.palette, run: show("palette") },
    { keys: "/", description: laterMessages.search, run: show("palette") },
    { keys: "c", description: laterMessages.create, run: show("create") },
    { keys: "z", description: laterMessages.undo },
    { keys: "?", description: laterMessages.help, run: show("help") },
    ...navigationItems.map(({ href, label, letter }) => ({
      keys: `g ${letter}`,
      description: laterMessages.goTo(label),
      run: () => router.push(href),
    })),
  ]);
  return null;
}
