"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { Viewer } from "@/components/shell/viewer";

/** What every screen has but none waits for: fetched when the page has come alive. */
export function AfterHydration({ viewer }: { viewer: Viewer }) {
  const [Parts, setParts] = useState<ComponentType<{ viewer: Viewer }> | null>(null);
  useEffect(() => void import("./later-parts").then(({ LaterParts }) => setParts(() => LaterParts)), []);
  return Parts && <Parts viewer={viewer} />;
}
