"use client";

import { JumpKeys } from "@/components/shell/jump-keys";

/** The parts of the app that are fetched after the page: keys that go from screen to screen. */
export function LaterParts() {
  return <JumpKeys />;
}
