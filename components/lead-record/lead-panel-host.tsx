"use client";

import { parseAsString, useQueryState } from "nuqs";
import { type ComponentType, useEffect, useState } from "react";

/** Where the panel of a lead appears over any list: its code is fetched when the URL first names a lead. */
export function LeadPanelHost() {
  const [leadId] = useQueryState("lead", parseAsString);
  const [Panel, setPanel] = useState<ComponentType | null>(null);
  const isWanted = leadId !== null;
  useEffect(() => {
    if (isWanted) void import("./lead-panel").then(({ LeadPanel }) => setPanel(() => LeadPanel));
  }, [isWanted]);
  return Panel && <Panel />;
}
