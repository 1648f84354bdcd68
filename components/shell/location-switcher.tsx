"use client";

import { ChevronsUpDown } from "lucide-react";
import { BrandMark } from "@/components/ui/brand-mark";
import { classes } from "@/components/ui/classes";
import { OnDemand } from "@/components/ui/on-demand";
import { messages } from "./messages";
import type { Viewer } from "./viewer";

/** Which location the screens are about, and the way to another one. */
export function LocationSwitcher({ viewer, collapsed }: { viewer: Viewer; collapsed: boolean }) {
  const trigger = (
    <button
      type="button"
      aria-label={messages.switchLocation(viewer.location.name)}
      className={classes(
        "hover:bg-hover data-popup-open:bg-hover flex h-10 items-center gap-2.5 rounded-md text-left transition-colors select-none",
        collapsed ? "justify-center" : "px-1.5",
      )}
    >
      <BrandMark />
      {!collapsed && (
        <>
          <span className="min-w-0 flex-1 truncate text-sm font-semibold">{viewer.location.name}</span>
          <ChevronsUpDown aria-hidden className="text-ink-faint size-3.5" />
        </>
      )}
    </button>
  );
  return (
    <OnDemand
      popup="menu"
      trigger={trigger}
      load={() => import("./location-menu")}
      renderPanel={({ LocationMenu }) => <LocationMenu viewer={viewer} trigger={trigger} />}
    />
  );
}
