"use client";

import { type ReactNode, useState } from "react";
import { classes } from "@/components/ui/classes";
import { rememberNavigation } from "@/lib/client/theme";
import { BottomNavigation } from "./bottom-navigation";
import { messages } from "./messages";
import { SideNavigation } from "./side-navigation";
import type { Viewer } from "./viewer";

type ShellProps = {
  viewer: Viewer;
  startsCollapsed: boolean;
  /** The way to what the person is told of. */
  bell: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in screen: navigation beside the page, or below it on small screens. */
export function Shell({ viewer, startsCollapsed, bell, children }: ShellProps) {
  const [collapsed, setCollapsed] = useState(startsCollapsed);
  const toggle = () => {
    setCollapsed(!collapsed);
    rememberNavigation(!collapsed);
  };
  return (
    <div
      className={classes(
        "flex min-h-dvh max-md:flex-col",
        // How wide the navigation is, for what stands over the page beside it.
        collapsed ? "[--navigation:--spacing(13)]" : "[--navigation:--spacing(58)]",
      )}
    >
      <a
        href="#content"
        className="bg-accent text-on-accent fixed top-2 left-2 z-60 -translate-y-16 rounded-md px-3 py-2 text-sm font-medium focus:translate-y-0"
      >
        {messages.skipToContent}
      </a>
      <SideNavigation viewer={viewer} collapsed={collapsed} bell={bell} onToggle={toggle} />
      <main
        id="content"
        tabIndex={-1}
        className="bg-surface md:border-line min-h-dvh min-w-0 flex-1 outline-none max-md:pb-14 md:border-l"
      >
        {children}
      </main>
      <BottomNavigation viewer={viewer} bell={bell} />
    </div>
  );
}
