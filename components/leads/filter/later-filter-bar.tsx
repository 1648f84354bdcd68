"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import type { FilterBar } from "./filter-bar";
import { partsOf } from "./tree";

const load = () => import("./filter-bar");
const Bar = lazy(() => load().then((module) => ({ default: module.FilterBar })));

/** Fetches what filtering needs: for whoever is about to begin with it. */
export const fetchFilterBar = (): void => void load().catch(() => {});

/** The filters in force; their code comes with the first of them, and the list below keeps its place meanwhile. */
export function LaterFilterBar(props: ComponentProps<typeof FilterBar>) {
  const hasChips = partsOf(props.filter).length > 0;
  if (!hasChips && props.edited === null) return null;
  return (
    <Suspense fallback={hasChips ? <RoomForChips /> : null}>
      <Bar {...props} />
    </Suspense>
  );
}

/** As high as a line of chips. */
const RoomForChips = () => (
  <div className="border-line border-b py-2 max-md:hidden">
    <div className="h-7" />
  </div>
);
