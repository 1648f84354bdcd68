import {
  Archive,
  ArrowLeftRight,
  BookOpen,
  CopyCheck,
  FileUp,
  KeyRound,
  Keyboard,
  LogOut,
  type LucideIcon,
  Mail,
  Monitor,
  Moon,
  ScrollText,
  SquareKanban,
  Sun,
  Tags,
  TextCursorInput,
  Trash2,
  UserRound,
  UsersRound,
} from "lucide-react";
import { laterMessages } from "@/components/shell/later-messages";
import { messages } from "@/components/shell/messages";
import { navigationItems } from "@/components/shell/navigation-items";
import { showOverlay } from "@/components/shell/overlay";
import { goToLocation, leave } from "@/components/shell/session-actions";
import type { Viewer } from "@/components/shell/viewer";
import { paths } from "@/lib/client/paths";
import { chooseTheme, currentTheme, themes } from "@/lib/client/theme";
import type { Entry } from "./entry";
import { paletteMessages as words } from "./messages";

const themeIcons = { system: Monitor, light: Sun, dark: Moon };

/** Where one can go. `go` goes there. */
export function pageEntries({ role }: Viewer, go: (path: string) => void): Entry[] {
  const to = (label: string, path: string, icon: LucideIcon, otherWords?: string): Entry => ({
    id: `go ${label}`,
    label,
    icon,
    words: otherWords,
    act: () => go(path),
  });
  const isRep = role === "rep";
  return [
    ...navigationItems().map(({ label, href, icon, letter }) => ({ ...to(label, href, icon), keys: `g ${letter}` })),
    ...(isRep ? [] : [to(words.import, paths.imports(), FileUp)]),
    to(words.duplicates, paths.duplicates(), CopyCheck),
    to(words.bin, paths.bin(), Trash2),
    to(laterMessages.profile, paths.profile(), UserRound, words.profileWords),
    ...(role === "admin"
      ? [
          to(words.members, paths.members(), UsersRound, words.settings),
          to(words.pipelineSettings, paths.pipelineSettings(), SquareKanban, words.settings),
          to(words.tags, paths.tags(), Tags, words.tagsWords),
          to(words.fields, paths.fields(), TextCursorInput, words.fieldsWords),
          to(words.developer, paths.developer(), KeyRound, words.settings),
          to(words.outbox, paths.outbox(), Mail, words.settings),
          to(words.auditLog, paths.auditLog(), ScrollText, words.auditLogWords),
          to(words.data, paths.data(), Archive, words.settings),
        ]
      : []),
    {
      ...to(words.apiReference, paths.apiReference(), BookOpen),
      act: () => window.location.assign(paths.apiReference()),
    },
  ];
}

/** What one can do with the app itself: its keys, its look, the location, the session. */
export function appEntries(viewer: Viewer): Entry[] {
  const others = viewer.locations.filter(({ id }) => id !== viewer.location.id);
  return [
    {
      id: "shortcuts",
      label: words.shortcuts,
      icon: Keyboard,
      keys: "?",
      words: words.shortcutsWords,
      act: () => showOverlay("help"),
    },
    ...themes
      .filter((theme) => theme !== currentTheme())
      .map((theme) => ({
        id: `theme ${theme}`,
        label: words.useTheme[theme],
        icon: themeIcons[theme],
        words: words.themeWords,
        act: () => chooseTheme(theme),
      })),
    ...(others.length > 0
      ? [
          {
            id: "location",
            label: words.switchLocation,
            icon: ArrowLeftRight,
            words: others.map(({ name }) => name).join(" "),
            act: {
              options: others.map(({ id, name }) => ({
                id,
                label: name,
                act: () => void goToLocation(viewer, id),
              })),
            },
          },
        ]
      : []),
    { id: "sign out", label: messages.signOut, icon: LogOut, words: words.signOutWords, act: () => void leave() },
  ];
}
