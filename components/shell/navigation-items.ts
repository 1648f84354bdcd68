import { ChartNoAxesColumn, ListChecks, type LucideIcon, Settings, SquareKanban, UsersRound } from "lucide-react";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

export type NavigationItem = {
  label: string;
  href: string;
  icon: LucideIcon;
  /** Paths that belong to it. */ within: string;
};

/** Where people go, in the order of a day. */
export const navigationItems: NavigationItem[] = [
  { label: messages.overview, href: paths.overview(), icon: ChartNoAxesColumn, within: "/" },
  { label: messages.leads, href: paths.leads(), icon: UsersRound, within: "/leads" },
  { label: messages.pipeline, href: paths.pipeline(), icon: SquareKanban, within: "/pipeline" },
  { label: messages.tasks, href: paths.tasks(), icon: ListChecks, within: "/tasks" },
  { label: messages.settings, href: paths.profile(), icon: Settings, within: "/settings" },
];

/** Whether the page at `pathname` belongs to `item`. */
export const isCurrent = (item: NavigationItem, pathname: string): boolean =>
  item.within === "/" ? pathname === "/" : pathname === item.within || pathname.startsWith(`${item.within}/`);
