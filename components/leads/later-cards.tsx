"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const Cards = lazy(() => import("./lead-cards").then((module) => ({ default: module.LeadCards })));

/** The cards of a narrow screen, which wide ones do not wait for. */
export const LaterCards = (props: ComponentProps<typeof Cards>) => (
  <Suspense>
    <Cards {...props} />
  </Suspense>
);
