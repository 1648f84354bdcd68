"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { classes } from "./classes";
import { popupClass, popupItemClass } from "./popup-class";

type MenuProps = {
  /** The element that opens the menu; it becomes a button if it is none. */
  trigger: ReactElement;
  children: ReactNode;
  side?: ComponentProps<typeof BaseMenu.Positioner>["side"];
  align?: ComponentProps<typeof BaseMenu.Positioner>["align"];
  className?: string;
};

/** A menu of things to do, open at first and then by `trigger`: it is fetched when it is wanted (`OnDemand`). */
export function Menu({ trigger, children, side = "bottom", align = "start", className }: MenuProps) {
  return (
    <BaseMenu.Root defaultOpen>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <BaseMenu.Popup className={classes(popupClass, "max-w-80 min-w-52 p-1", className)}>
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

/** Something to do. */
export function MenuItem({ className, ...rest }: ComponentProps<typeof BaseMenu.Item>) {
  return <BaseMenu.Item {...rest} className={classes(popupItemClass, typeof className === "string" && className)} />;
}

/** Somewhere to go: `render` is the link. */
export function MenuLink({ className, ...rest }: ComponentProps<typeof BaseMenu.LinkItem>) {
  return (
    <BaseMenu.LinkItem
      {...rest}
      closeOnClick
      className={classes(popupItemClass, typeof className === "string" && className)}
    />
  );
}

/** A line between groups of items. */
export const MenuSeparator = () => <BaseMenu.Separator className="bg-line mx-1 my-1 h-px" />;

/** A named group of items. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className="text-ink-faint px-2 pt-1.5 pb-1 text-xs font-medium">{label}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  );
}

type MenuChoicesProps = { label: string; value: string; onChange: (value: string) => void; children: ReactNode };

/** Choices of which one is in force; its children are `MenuChoice`s. */
export function MenuChoices({ label, value, onChange, children }: MenuChoicesProps) {
  return (
    <BaseMenu.RadioGroup value={value} onValueChange={(next: unknown) => typeof next === "string" && onChange(next)}>
      <BaseMenu.GroupLabel className="text-ink-faint px-2 pt-1.5 pb-1 text-xs font-medium">{label}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.RadioGroup>
  );
}

/** One choice of `MenuChoices`, with a tick when it is the one in force. */
export function MenuChoice({ value, children }: { value: string; children: ReactNode }) {
  return (
    <BaseMenu.RadioItem value={value} closeOnClick className={popupItemClass}>
      {children}
      <BaseMenu.RadioItemIndicator className="ml-auto">
        <Check aria-hidden />
      </BaseMenu.RadioItemIndicator>
    </BaseMenu.RadioItem>
  );
}
