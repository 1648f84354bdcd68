"use client";

import { BookOpen, PanelLeft } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactElement, ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Tooltip } from "@/components/ui/tooltip";
import { paths } from "@/lib/client/paths";
import { LocationSwitcher } from "./location-switcher";
import { messages } from "./messages";
import { isCurrent, navigationItems } from "./navigation-items";
import { SearchButton } from "./search-button";
import { UserMenu } from "./user-menu";
import type { Viewer } from "./viewer";

type SideNavigationProps = { viewer: Viewer; collapsed: boolean; bell: ReactNode; onToggle: () => void };

/** The navigation at the left: location on top, person at the bottom. Collapsed it shows icons only. */
export function SideNavigation({ viewer, collapsed, bell, onToggle }: SideNavigationProps) {
  const pathname = usePathname();
  const toggleLabel = collapsed ? messages.expand : messages.collapse;
  return (
    <nav
      aria-label={messages.mainNavigation}
      className="sticky top-0 hidden h-dvh w-(--navigation) shrink-0 flex-col gap-0.5 p-2 transition-[width] duration-150 md:flex"
    >
      <LocationSwitcher viewer={viewer} collapsed={collapsed} />
      <div className={classes("mt-1 mb-3 flex gap-1", collapsed && "flex-col *:w-full")}>
        <SearchButton collapsed={collapsed} />
        {bell}
      </div>
      {navigationItems().map((item) => (
        <Named key={item.href} name={item.label} when={collapsed}>
          <Link
            href={item.href}
            aria-current={isCurrent(item, pathname) ? "page" : undefined}
            className={itemClass(collapsed)}
          >
            <item.icon aria-hidden />
            <Label hidden={collapsed}>{item.label}</Label>
          </Link>
        </Named>
      ))}
      <div className="flex-1" />
      <Named name={messages.apiReference} when={collapsed}>
        <a href={paths.apiReference()} className={itemClass(collapsed)}>
          <BookOpen aria-hidden />
          <Label hidden={collapsed}>{messages.apiReference}</Label>
        </a>
      </Named>
      <div className={classes("flex gap-0.5", collapsed ? "flex-col-reverse" : "items-center")}>
        <UserMenu viewer={viewer} collapsed={collapsed} />
        <Tooltip text={toggleLabel} side="right">
          <button
            type="button"
            onClick={onToggle}
            aria-expanded={!collapsed}
            aria-label={toggleLabel}
            className={classes(buttonClass({ variant: "quiet", iconOnly: true }), collapsed && "w-full")}
          >
            <PanelLeft aria-hidden />
          </button>
        </Tooltip>
      </div>
    </nav>
  );
}

const itemClass = (collapsed: boolean): string =>
  classes(
    "text-ink-muted hover:bg-hover hover:text-ink flex h-8 items-center gap-2.5 rounded-md text-sm transition-colors select-none",
    "aria-[current=page]:bg-hover aria-[current=page]:text-ink aria-[current=page]:[&_svg]:text-accent-ink aria-[current=page]:font-medium",
    "[&_svg]:size-4 [&_svg]:shrink-0",
    collapsed ? "justify-center" : "px-2.5",
  );

/** The name of an item, kept for screen readers where only its icon is seen. */
const Label = ({ hidden, children }: { hidden: boolean; children: ReactNode }) => (
  <span className={hidden ? "sr-only" : "truncate"}>{children}</span>
);

/** Shows the name of an icon beside it, where the name is not there. */
function Named({ name, when, children }: { name: string; when: boolean; children: ReactElement }) {
  return when ? (
    <Tooltip text={name} side="right">
      {children}
    </Tooltip>
  ) : (
    children
  );
}
