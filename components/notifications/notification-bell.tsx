"use client";

import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { OnDemand } from "@/components/ui/on-demand";
import { messages } from "./messages";
import { unreadQuery } from "./queries";

/** The bell, how many notifications are unread, and the way to them. */
export function NotificationBell() {
  const { data } = useQuery(unreadQuery());
  const { unread, orMore } = data ?? { unread: 0, orMore: false };
  const label = data ? messages.unread(unread, orMore) : messages.title;
  const trigger = (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={classes(buttonClass({ variant: "quiet", iconOnly: true }), "relative max-md:h-11 max-md:w-9")}
    >
      <Bell aria-hidden />
      {unread > 0 && (
        <span
          aria-hidden
          className="bg-accent text-on-accent figures absolute -top-0.5 -right-0.5 min-w-4 rounded-full px-1 text-center text-[10px] leading-4 font-medium max-md:top-1"
        >
          {messages.many(unread, orMore)}
        </span>
      )}
    </button>
  );
  return (
    <OnDemand
      popup="dialog"
      trigger={trigger}
      load={() => import("./notification-panel")}
      renderPanel={({ NotificationPanel }) => <NotificationPanel trigger={trigger} />}
    />
  );
}
