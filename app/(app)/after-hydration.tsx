"use client";

import { type ComponentType, useEffect, useState } from "react";

/** What every screen has but none waits for: fetched when the page has come alive. */
export function AfterHydration() {
  const [Parts, setParts] = useState<ComponentType | null>(null);
  useEffect(() => void import("./later-parts").then(({ LaterParts }) => setParts(() => LaterParts)), []);
  return Parts && <Parts />;
}
