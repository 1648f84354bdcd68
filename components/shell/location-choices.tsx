"use client";

import { MenuChoice, MenuChoices } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { switchLocation } from "@/lib/client/session";
import { laterMessages } from "./later-messages";
import type { Viewer } from "./viewer";

/** The locations of the person, the present one ticked, to go on in another one. */
export function LocationChoices({ viewer: { location, locations } }: { viewer: Viewer }) {
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
    <MenuChoices label={laterMessages.locations} value={location.id} onChange={(id) => void choose(id)}>
      {locations.map((candidate) => (
        <MenuChoice key={candidate.id} value={candidate.id}>
          <span className="truncate">{candidate.name}</span>
        </MenuChoice>
      ))}
    </MenuChoices>
  );
}
