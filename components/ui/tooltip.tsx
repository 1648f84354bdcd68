"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { classes } from "./classes";
import { popupClass } from "./popup-class";

type TooltipProps = {
  /** What it says; never more than the element already tells a screen reader. */
  text: ReactNode;
  children: ReactElement;
  side?: ComponentProps<typeof BaseTooltip.Positioner>["side"];
};

/** A short word about an element, on hover and on focus. */
export function Tooltip({ text, children, side = "top" }: TooltipProps) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <BaseTooltip.Popup className={classes(popupClass, "max-w-72 px-2 py-1 text-xs")}>{text}</BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}

/** Lets tooltips follow each other without a wait. Once, around the app. */
export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <BaseTooltip.Provider delay={400}>{children}</BaseTooltip.Provider>
);
