"use client";

import { KeyboardKey } from "@/components/ui/keyboard-key";
import { capsOf } from "./key-names";

/** The keys of a shortcut as caps: those pressed together side by side, those one after the other with a gap. */
export function KeyCaps({ keys }: { keys: string }) {
  return (
    <span className="flex shrink-0 items-center gap-2">
      {capsOf(keys).map((stroke) => (
        <span key={stroke.join("+")} className="flex items-center gap-0.5">
          {stroke.map((cap) => (
            <KeyboardKey key={cap}>{cap}</KeyboardKey>
          ))}
        </span>
      ))}
    </span>
  );
}
