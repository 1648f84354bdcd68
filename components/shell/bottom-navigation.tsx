"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { messages } from "./messages";
import { isCurrent, navigationItems } from "./navigation-items";
import { UserMenu } from "./user-menu";
import type { Viewer } from "./viewer";

/** The navigation of small screens, within reach of a thumb. */
export function BottomNavigation({ viewer }: { viewer: Viewer }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label={messages.mainNavigation}
      className="border-line bg-raised fixed inset-x-0 bottom-0 z-30 flex border-t pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {navigationItems.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          aria-current={isCurrent(item, pathname) ? "page" : undefined}
          className="text-ink-muted aria-[current=page]:text-accent-ink flex h-14 flex-1 flex-col items-center justify-center gap-1 text-xs aria-[current=page]:font-medium"
        >
          <item.icon aria-hidden className="size-5" />
          {item.label}
        </Link>
      ))}
      <div className="flex h-14 flex-1 items-center justify-center">
        <UserMenu viewer={viewer} collapsed />
      </div>
    </nav>
  );
}
