"use client";

import { Search } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { messages } from "./messages";
import { isCurrent, navigationItems } from "./navigation-items";
import { showOverlay } from "./overlay";
import { UserMenu } from "./user-menu";
import type { Viewer } from "./viewer";

const itemClass =
  "text-ink-muted aria-[current=page]:text-accent-ink flex h-14 min-w-0 flex-auto flex-col items-center justify-center gap-1 text-xs aria-[current=page]:font-medium";

/** The navigation of small screens, within reach of a thumb. */
export function BottomNavigation({ viewer, bell }: { viewer: Viewer; bell: ReactNode }) {
  const pathname = usePathname();
  // What a day is made of. The settings are reached from the person's menu, and all else by searching.
  const items = navigationItems().filter(({ within }) => within !== "/settings");
  return (
    <nav
      aria-label={messages.mainNavigation}
      className="border-line bg-raised fixed inset-x-0 bottom-0 z-30 flex border-t pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={isCurrent(item, pathname) ? "page" : undefined}
          className={itemClass}
        >
          <item.icon aria-hidden className="size-5" />
          {item.label}
        </Link>
      ))}
      <button type="button" aria-haspopup="dialog" onClick={() => showOverlay("palette")} className={itemClass}>
        <Search aria-hidden className="size-5" />
        {messages.search}
      </button>
      <div className="flex h-14 items-center justify-center pr-1">
        {bell}
        <UserMenu viewer={viewer} collapsed />
      </div>
    </nav>
  );
}
