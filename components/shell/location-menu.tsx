"use client";

import type { ReactElement } from "react";
import { Menu, MenuChoice, MenuChoices } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { switchLocation } from "@/lib/client/session";
import { laterMessages } from "./later-messages";
import type { Viewer } from "./viewer";

/** The locations of the person, to go on in another one. */
export function LocationMenu({ viewer, trigger }: { viewer: Viewer; trigger: ReactElement }) {
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
        title: laterMessages.switchFailed(name),
        description: error instanceof Error ? error.message : undefined,
      });
    }
  };
  return (
    <Menu className="w-64" trigger={trigger}>
      <MenuChoices label={laterMessages.locations} value={location.id} onChange={(id) => void choose(id)}>
        {locations.map((candidate) => (
          <MenuChoice key={candidate.id} value={candidate.id}>
            <span className="truncate">{candidate.name}</span>
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  );
}
