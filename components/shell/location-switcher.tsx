"use client";

import { ChevronsUpDown } from "lucide-react";
import { BrandMark } from "@/components/ui/brand-mark";
import { classes } from "@/components/ui/classes";
import { Menu, MenuChoice, MenuChoices } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { switchLocation } from "@/lib/client/session";
import { messages } from "./messages";
import type { Viewer } from "./viewer";

/** Which location the screens are about, and the way to another one. */
export function LocationSwitcher({ viewer, collapsed }: { viewer: Viewer; collapsed: boolean }) {
  const { location, locations } = viewer;
  const choose = async (id: string) => {
    if (id === location.id) return;
    try {
      await switchLocation(id);
      // A new page, so that nothing of the other location stays in memory.
      window.location.assign(paths.overview());
    } catch (error) {
      const name = locations.find((candidate) => candidate.id === id)?.name ?? "";
      showToast({
        tone: "negative",
        title: messages.switchFailed(name),
        description: error instanceof Error ? error.message : undefined,
      });
    }
  };
  return (
    <Menu
      className="w-64"
      trigger={
        <button
          type="button"
          aria-label={messages.switchLocation(location.name)}
          className={classes(
            "hover:bg-hover data-popup-open:bg-hover flex h-10 items-center gap-2.5 rounded-md text-left transition-colors select-none",
            collapsed ? "justify-center" : "px-1.5",
          )}
        >
          <BrandMark />
          {!collapsed && (
            <>
              <span className="min-w-0 flex-1 truncate text-sm font-semibold">{location.name}</span>
              <ChevronsUpDown aria-hidden className="text-ink-faint size-3.5" />
            </>
          )}
        </button>
      }
    >
      <MenuChoices label={messages.locations} value={location.id} onChange={(id) => void choose(id)}>
        {locations.map((candidate) => (
          <MenuChoice key={candidate.id} value={candidate.id}>
            <span className="truncate">{candidate.name}</span>
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  );
}
