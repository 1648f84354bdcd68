"use client";

import { Search } from "lucide-react";
import { useSyncExternalStore } from "react";
import { classes } from "@/components/ui/classes";
import { KeyboardKey } from "@/components/ui/keyboard-key";
import { Tooltip } from "@/components/ui/tooltip";
import { capsOf } from "./key-names";
import { messages } from "./messages";
import { showOverlay } from "./overlay";
import { fetchPalette } from "./overlay-parts";

const unchanging = () => () => {};
const paletteCaps = (): string => (capsOf("mod+k")[0] ?? []).join(" ");

/** The way to the palette for whoever has a pointer in the hand; it shows the keys as well. */
export function SearchButton({ collapsed }: { collapsed: boolean }) {
  // The server does not know the keyboard: those with a Command key say so once the page is alive.
  const caps = useSyncExternalStore(unchanging, paletteCaps, () => "Ctrl K");
  const button = (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onPointerEnter={fetchPalette}
      onFocus={fetchPalette}
      onClick={() => showOverlay("palette")}
      className={classes(
        "border-line bg-raised text-ink-muted hover:text-ink hover:border-line-strong shadow-control flex h-8 min-w-0 items-center gap-2 rounded-md border text-sm transition-colors select-none",
        collapsed ? "justify-center" : "flex-1 px-2",
      )}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className={collapsed ? "sr-only" : "min-w-0 flex-1 truncate text-left"}>{messages.search}</span>
      {!collapsed && (
        <span aria-hidden className="flex gap-0.5">
          {caps.split(" ").map((cap) => (
            <KeyboardKey key={cap}>{cap}</KeyboardKey>
          ))}
        </span>
      )}
    </button>
  );
  return collapsed ? (
    <Tooltip text={messages.search} side="right">
      {button}
    </Tooltip>
  ) : (
    button
  );
}
