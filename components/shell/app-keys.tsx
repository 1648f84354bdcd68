"use client";

import { useRouter } from "next/navigation";
import { laterMessages } from "./later-messages";
import { navigationItems } from "./navigation-items";
import { type Overlay, showOverlay } from "./overlay";
import { useShortcuts } from "./use-shortcuts";

/** Those that have to be answered: neither the panel of a lead nor toasts. */
const dialogs = ':is([role="dialog"], [role="alertdialog"]):not([data-shortcuts], [aria-modal="false"])';

/** What keys do on every screen, unless it has a meaning of its own for them. */
export function AppKeys() {
  const router = useRouter();
  const show = (overlay: Overlay) => () => {
    // Over a dialog, which has to be answered first, nothing else opens.
    if (document.querySelector(dialogs)) return false;
    showOverlay(overlay);
    return true;
  };
  useShortcuts({ name: "app", title: laterMessages.everywhere, isEverywhere: true }, [
    {
      keys: "mod+k",
      description: laterMessages.palette,
      // Taken even where it opens nothing: browsers have a use of their own for it.
      run: () => void show("palette")(),
    },
    { keys: "/", description: laterMessages.search, run: show("palette") },
    { keys: "c", description: laterMessages.create, run: show("create") },
    { keys: "z", description: laterMessages.undo },
    { keys: "?", description: laterMessages.help, run: show("help") },
    ...navigationItems().map(({ href, label, letter }) => ({
      keys: `g ${letter}`,
      description: laterMessages.goTo(label),
      run: () => router.push(href),
    })),
  ]);
  return null;
}
