"use client";

import { Avatar } from "@/components/ui/avatar";
import { classes } from "@/components/ui/classes";
import { OnDemand } from "@/components/ui/on-demand";
import { messages } from "./messages";
import type { Viewer } from "./viewer";

/** The person who is signed in, and the way to their menu. */
export function UserMenu({ viewer, collapsed }: { viewer: Viewer; collapsed: boolean }) {
  const trigger = (
    <button
      type="button"
      className={classes(
        "hover:bg-hover data-popup-open:bg-hover flex h-10 min-w-0 items-center gap-2.5 rounded-md text-left transition-colors select-none",
        collapsed ? "justify-center max-md:w-12" : "flex-1 px-2",
      )}
    >
      <Avatar name={viewer.name} />
      <span className="sr-only">{messages.accountOf} </span>
      <span className={collapsed ? "sr-only" : "truncate text-sm"}>{viewer.name}</span>
    </button>
  );
  return (
    <OnDemand
      popup="menu"
      trigger={trigger}
      load={() => import("./user-menu-panel")}
      renderPanel={({ UserMenuPanel }) => <UserMenuPanel viewer={viewer} trigger={trigger} />}
    />
  );
}
