"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { LeadPanelHost } from "@/components/lead-record/lead-panel-host";
import { JumpKeys } from "@/components/shell/jump-keys";
import { startLive } from "@/lib/client/live";

/** The parts of the app that are fetched after the page: keys that go from screen to screen, live updates, the panel of a lead. */
export function LaterParts() {
  const client = useQueryClient();
  useEffect(() => startLive(client), [client]);
  // A connection that is lost is told of by a toast, which could not be fetched then.
  useEffect(() => void import("@/components/ui/toast-viewport").catch(() => {}), []);
  return (
    <>
      <JumpKeys />
      <LeadPanelHost />
    </>
  );
}
