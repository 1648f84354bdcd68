"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { rememberWhoWorks } from "@/components/fields/who-works";
import { LeadPanelHost } from "@/components/lead-record/lead-panel-host";
import { AppKeys } from "@/components/shell/app-keys";
import { OverlayHost } from "@/components/shell/overlay-host";
import type { Viewer } from "@/components/shell/viewer";
import { startLive } from "@/lib/client/live";
import { AppCommands } from "./app-commands";

/** The parts of the app that are fetched after the page: keys that mean something everywhere, the palette, live updates, the panel of a lead. */
export function LaterParts({ viewer }: { viewer: Viewer }) {
  const client = useQueryClient();
  useEffect(() => startLive(client), [client]);
  useEffect(() => rememberWhoWorks(viewer.username), [viewer.username]);
  return (
    <>
      <AppKeys />
      <AppCommands />
      <OverlayHost viewer={viewer} />
      <LeadPanelHost />
    </>
  );
}
