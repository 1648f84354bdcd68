import { ChartNoAxesColumn, ListChecks, type LucideIcon, Settings, SquareKanban, UsersRound } from "lucide-react";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

export type NavigationItem = {
  label: string;
  href: string;
  icon: LucideIcon;
  /** The key that goes there after `g`. */ letter: string;
  /** Paths that belong to it. */ within: string;
};

/** Where people go, in the order of a day. */
export const navigationItems = (): NavigationItem[] => [
  { label: messages.overview, href: paths.overview(), icon: ChartNoAxesColumn, letter: "o", within: "/" },
  { label: messages.leads, href: paths.leads(), icon: UsersRound, letter: "l", within: "/leads" },
  { label: messages.pipeline, href: paths.pipeline(), icon: SquareKanban, letter: "p", within: "/pipeline" },
  { label: messages.tasks, href: paths.tasks(), icon: ListChecks, letter: "t", within: "/tasks" },
  { label: messages.settings, href: paths.profile(), icon: Settings, letter: "s", within: "/settings" },
];

/** Whether the page at `pathname` belongs to `item`. */
export const isCurrent = (item: NavigationItem, pathname: string): boolean =>
  item.within === "/" ? pathname === "/" : pathname === item.within || pathname.startsWith(`${item.within}/`);
