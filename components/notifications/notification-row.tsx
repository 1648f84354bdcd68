import { AtSign, Check, CircleDot, Clock, type LucideIcon, UserPlus } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import type { MouseEvent } from "react";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { paths } from "@/lib/client/paths";
import { sayAgo, sayExactly } from "@/lib/kit/moment";
import { type NotificationKind, sayNotification } from "@/lib/notifications/model";
import { messages } from "./messages";
import type { NotificationItem } from "./queries";

const icons: Record<NotificationKind, LucideIcon> = { assigned: UserPlus, mentioned: AtSign, task_due: Clock };

type NotificationRowProps = {
  item: NotificationItem;
  now: Date;
  timeZone: string;
  onLeave: () => void;
  onMark: (read: boolean) => void;
};

/** One notification: what it says, the way to what it is about, and whether it was read. */
export function NotificationRow({ item, now, timeZone, onLeave, onMark }: NotificationRowProps) {
  const [, openPanel] = useQueryState("lead", parseAsString);
  const at = new Date(item.createdAt);
  const isUnread = item.readAt === null;
  const Icon = icons[item.kind];
  const follow = (event: MouseEvent) => {
    if (isUnread) onMark(true);
    const opensTab = event.metaKey || event.ctrlKey || event.shiftKey;
    if (opensTab) return;
    onLeave();
    if (!item.lead) return;
    // A lead opens over what is on screen.
    event.preventDefault();
    void openPanel(item.lead.id);
  };
  const words = (
    <>
      <Icon
        aria-hidden
        className={classes("mt-0.5 size-4 shrink-0", isUnread ? "text-accent-ink" : "text-ink-faint")}
      />
      <span className="min-w-0 flex-1">
        <span className={classes("block text-sm break-words", isUnread ? "font-medium" : "text-ink-muted")}>
          {isUnread && <span className="sr-only">{messages.isUnread} </span>}
          {sayNotification(item)}
        </span>
        {item.subject === "note" && item.text && (
          <span className="text-ink-muted line-clamp-2 text-sm">{item.text}</span>
        )}
        {item.subject === "task" && item.lead && <span className="text-ink-muted block text-sm">{item.lead.name}</span>}
        <time dateTime={item.createdAt} title={sayExactly(at, timeZone)} className="text-ink-faint text-xs">
          {sayAgo(at, now, timeZone)}
        </time>
      </span>
    </>
  );
  const className = "flex min-w-0 flex-1 gap-2.5 rounded-md p-2";
  const MarkIcon = isUnread ? Check : CircleDot;
  const label = isUnread ? messages.markRead : messages.markUnread;
  return (
    <li className="group hover:bg-hover flex items-start rounded-md">
      {item.hidden ? (
        <div className={className}>{words}</div>
      ) : (
        <Link
          href={placeOf(item)}
          prefetch={false}
          data-notification
          onClick={follow}
          className={classes(className, "text-ink")}
        >
          {words}
        </Link>
      )}
      <button
        type="button"
        aria-label={`${label}: ${sayNotification(item)}`}
        title={label}
        onClick={() => onMark(isUnread)}
        className={classes(buttonClass({ variant: "quiet", size: "small", iconOnly: true }), "m-1")}
      >
        <MarkIcon aria-hidden />
      </button>
    </li>
  );
}

/** Where a notification leads to. */
function placeOf({ lead, subject }: NotificationItem): string {
  if (lead) return paths.lead(lead.id);
  return subject === "task" ? paths.tasks() : paths.leads();
}
