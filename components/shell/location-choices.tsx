"use client";

import { MenuChoice, MenuChoices } from "@/components/ui/menu";
import { laterMessages } from "./later-messages";
import { goToLocation } from "./session-actions";
import type { Viewer } from "./viewer";

/** The locations of the person, the present one ticked, to go on in another one. */
export function LocationChoices({ viewer }: { viewer: Viewer }) {
  const { location, locations } = viewer;
  return (
    <MenuChoices label={laterMessages.locations} value={location.id} onChange={(id) => void goToLocation(viewer, id)}>
      {locations.map((candidate) => (
        <MenuChoice key={candidate.id} value={candidate.id}>
          <span className="truncate">{candidate.name}</span>
        </MenuChoice>
      ))}
    </MenuChoices>
  );
}
