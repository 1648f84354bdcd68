"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import type { FilterBar } from "./filter-bar";
import { partsOf } from "./tree";

const load = () => import("./filter-bar");
const Bar = lazy(() => load().then((module) => ({ default: module.FilterBar })));

/** Fetches what filtering needs: for whoever is about to begin with it. */
export const fetchFilterBar = (): void => void load().catch(() => {});

/** The filters in force; their code comes with the first of them. */
export const LaterFilterBar = (props: ComponentProps<typeof FilterBar>) =>
  partsOf(props.filter).length > 0 || props.edited !== null ? (
    <Suspense>
      <Bar {...props} />
    </Suspense>
  ) : null;
