"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes";
import { popupClass } from "./popup-class";

/** More about something, beside it, opened by `trigger`. */
export function Popover({
  trigger,
  label,
  children,
  className,
}: {
  trigger: ReactElement;
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <BasePopover.Root>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner sideOffset={6} collisionPadding={8} className="z-50 outline-none">
          <BasePopover.Popup aria-label={label} className={classes(popupClass, "max-w-90 p-3", className)}>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
