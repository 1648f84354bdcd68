"use client";

import type { ReactElement } from "react";
import { Menu } from "@/components/ui/menu";
import { LocationChoices } from "./location-choices";
import type { Viewer } from "./viewer";

/** The menu of the location switcher. */
export function LocationMenu({ viewer, trigger }: { viewer: Viewer; trigger: ReactElement }) {
  return (
    <Menu className="w-64" trigger={trigger}>
      <LocationChoices viewer={viewer} />
    </Menu>
  );
}
