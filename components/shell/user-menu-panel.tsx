"use client";

import { Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import Link from "next/link";
import type { ReactElement } from "react";
import { KeyboardKey } from "@/components/ui/keyboard-key";
import { Menu, MenuChoice, MenuChoices, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { paths } from "@/lib/client/paths";
import { chooseTheme, parseTheme, themes } from "@/lib/client/theme";
import { useTheme } from "@/lib/client/use-theme";
import { laterMessages } from "./later-messages";
import { LocationChoices } from "./location-choices";
import { messages } from "./messages";
import { showOverlay } from "./overlay";
import { leave } from "./session-actions";
import type { Viewer } from "./viewer";

const themeIcons = { system: Monitor, light: Sun, dark: Moon };

/** Where the navigation is below the page, with no room for the location switcher: the shell's `md`. */
const narrow = "(width < 48rem)";

/** The person who is signed in: their profile, how the app looks to them, and the way out. */
export function UserMenuPanel({ viewer, trigger }: { viewer: Viewer; trigger: ReactElement }) {
  return (
    <Menu side="top" trigger={trigger}>
      <div className="px-2 pt-1.5 pb-2">
        <p className="truncate text-sm font-medium">{viewer.name}</p>
        <p className="text-ink-faint truncate text-xs">{viewer.username}</p>
      </div>
      <MenuSeparator />
      {window.matchMedia(narrow).matches && (
        <>
          <LocationChoices viewer={viewer} />
          <MenuSeparator />
        </>
      )}
      <MenuLink render={<Link href={paths.profile()} />}>
        <UserRound aria-hidden />
        {laterMessages.profile}
      </MenuLink>
      <MenuItem onClick={() => showOverlay("help")} className="max-md:hidden">
        <Keyboard aria-hidden />
        {laterMessages.shortcuts}
        <span className="ml-auto">
          <KeyboardKey>?</KeyboardKey>
        </span>
      </MenuItem>
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
    <MenuChoices label={laterMessages.theme} value={theme} onChange={(value) => chooseTheme(parseTheme(value))}>
      {themes.map((choice) => {
        const Icon = themeIcons[choice];
        return (
          <MenuChoice key={choice} value={choice}>
            <Icon aria-hidden />
            {laterMessages.themes[choice]}
          </MenuChoice>
        );
      })}
    </MenuChoices>
  );
}
