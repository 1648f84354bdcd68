"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes";
import { popupClass } from "./popup-class";

type PopoverProps = {
  trigger: ReactElement;
  label: string;
  children: ReactNode;
  align?: "start" | "center" | "end";
  /** Whether it is open from the start, as it is when `OnDemand` fetched it. */
  defaultOpen?: boolean;
  /** Steers it from outside. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: "top" | "right" | "bottom" | "left";
  /** Whether it is a list to choose from, whose lines bring their own padding. */
  isList?: boolean;
  className?: string;
};

/** More about something, beside it, opened by `trigger`. */
export function Popover({
  trigger,
  label,
  children,
  align = "center",
  side = "bottom",
  defaultOpen,
  open,
  onOpenChange,
  isList = false,
  className,
}: PopoverProps) {
  return (
    // Its style elements would need the page's nonce; what they style is done by classes here.
    <CSPProvider disableStyleElements>
      <BasePopover.Root defaultOpen={defaultOpen} open={open} onOpenChange={onOpenChange}>
        <BasePopover.Trigger render={trigger} />
        <BasePopover.Portal>
          <BasePopover.Positioner
            align={align}
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 outline-none"
          >
            <BasePopover.Popup
              aria-label={label}
              className={classes(
                popupClass,
                "flex max-h-[min(var(--available-height),36rem)] max-w-[calc(100vw-1rem)] flex-col",
                className,
              )}
            >
              <div className={classes("scroll-fade min-h-0 overflow-y-auto", isList ? "p-1.5" : "p-3")}>{children}</div>
            </BasePopover.Popup>
          </BasePopover.Positioner>
        </BasePopover.Portal>
      </BasePopover.Root>
    </CSPProvider>
  );
}
