"use client";

import { useRouter } from "next/navigation";
import { laterMessages } from "./later-messages";
import { navigationItems } from "./navigation-items";
import { useShortcuts } from "./use-shortcuts";

/** The letter that follows `g`, by the first part of a screen's path. */
const letters: Record<string, string> = { "": "o", leads: "l", pipeline: "p", tasks: "t", settings: "s" };

/** `g` and a letter go to a screen of the navigation. */
export function JumpKeys() {
  const router = useRouter();
  useShortcuts(
    { name: "app", title: laterMessages.everywhere },
    navigationItems.flatMap(({ href, label }) => {
      const letter = letters[href.split("/")[1] ?? ""];
      return letter
        ? [{ keys: `g ${letter}`, description: laterMessages.goTo(label), run: () => router.push(href) }]
        : [];
    }),
  );
  return null;
}
