"use client";

import { LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { classes } from "@/components/ui/classes";
import { Menu, MenuChoice, MenuChoices, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { showToast } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { signOut } from "@/lib/client/session";
import { chooseTheme, parseTheme, themes } from "@/lib/client/theme";
import { useTheme } from "@/lib/client/use-theme";
import { messages } from "./messages";
import type { Viewer } from "./viewer";

const themeIcons = { system: Monitor, light: Sun, dark: Moon };

/** The person who is signed in: their profile, how the app looks to them, and the way out. */
export function UserMenu({ viewer, collapsed }: { viewer: Viewer; collapsed: boolean }) {
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          aria-label={messages.account(viewer.name)}
          className={classes(
            "hover:bg-hover data-popup-open:bg-hover flex h-10 min-w-0 items-center gap-2.5 rounded-md text-left transition-colors select-none",
            collapsed ? "justify-center max-md:w-12" : "flex-1 px-2",
          )}
        >
          <Avatar name={viewer.name} />
          {!collapsed && <span className="truncate text-sm">{viewer.name}</span>}
        </button>
      }
    >
      <div className="px-2 pt-1.5 pb-2">
        <p className="truncate text-sm font-medium">{viewer.name}</p>
        <p className="text-ink-faint truncate text-xs">{viewer.username}</p>
      </div>
      <MenuSeparator />
      <MenuLink render={<Link href={paths.profile()} />}>
        <UserRound aria-hidden />
        {messages.profile}
      </MenuLink>
      <MenuSeparator />
      <ThemeChoices />
      <MenuSeparator />
      <MenuItem onClick={() => void leave()}>
        <LogOut aria-hidden />
        {messages.signOut}
      </MenuItem>
    </Menu>
  );
}

function ThemeChoices() {
  const theme = useTheme();
  return (
    <MenuChoices label={messages.theme} value={theme} onChange={(value) => chooseTheme(parseTheme(value))}>
      {themes.map((choice) => {
        const Icon = themeIcons[choice];
        return (
          <MenuChoice key={choice} value={choice}>
            <Icon aria-hidden />
            {messages.themes[choice]}
          </MenuChoice>
        );
      })}
    </MenuChoices>
  );
}

async function leave(): Promise<void> {
  try {
    await signOut();
    window.location.assign(paths.signIn());
  } catch (error) {
    showToast({
      tone: "negative",
      title: messages.signOutFailed,
      description: error instanceof Error ? error.message : undefined,
    });
  }
}
