"use client";

import { useEffect, useState } from "react";
import { showToast } from "@/components/ui/toast";
import { laterMessages } from "./later-messages";
import { type Overlay, showOverlay, useOverlay } from "./overlay";
import { fetchPalette, overlayParts } from "./overlay-parts";
import type { Viewer } from "./viewer";

type Parts = {
  Palette?: typeof import("./palette/palette").Palette;
  HelpSheet?: typeof import("./help/help-sheet").HelpSheet;
};

/** Shows the palette and the help sheet over the page. Their code is fetched when they are first wanted. */
export function OverlayHost({ viewer }: { viewer: Viewer }) {
  const overlay = useOverlay();
  const [{ Palette, HelpSheet }, setParts] = useState<Parts>({});
  useEffect(() => {
    if (overlay === null) return;
    partOf(overlay).then(
      (part) => setParts((parts) => ({ ...parts, ...part })),
      () => {
        showOverlay(null);
        showToast({ tone: "negative", title: laterMessages.notLoaded });
      },
    );
  }, [overlay]);
  useEffect(() => {
    // Who presses Ctrl or Command may be about to press K as well, and to type on at once.
    const fetchAhead = ({ key }: KeyboardEvent) => (key === "Control" || key === "Meta") && fetchPalette();
    document.addEventListener("keydown", fetchAhead);
    return () => document.removeEventListener("keydown", fetchAhead);
  }, []);
  const close = () => showOverlay(null);
  if (overlay === null) return null;
  if (overlay === "help") return HelpSheet && <HelpSheet onClose={close} />;
  return Palette && <Palette viewer={viewer} startsWith={overlay} onClosed={close} />;
}

const partOf = async (overlay: Overlay): Promise<Parts> =>
  overlay === "help" ? overlayParts.help() : overlayParts.palette();
