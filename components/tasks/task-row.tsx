"use client";

import { Repeat, Trash2 } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/client/paths";
import { sayExactly, sayMoment } from "@/lib/kit/moment";
import type { ListedTask } from "./group-tasks";
import { messages } from "./messages";
import { useChangeTask } from "./mutations";

type TaskRowProps = {
  task: ListedTask;
  now: Date;
  timeZone: string;
  /** Whether it stands under its lead, whose name need not be said again, or under when it is due. */
  isUnderLead: boolean;
};

/** A task: a box to tick it off, what and whom it is about, and when it is due. */
export function TaskRow({ task, now, timeZone, isUnderLead }: TaskRowProps) {
  const change = useChangeTask();
  const { title, body, lead, contact, assignedTo, repeats, dueAt, completedAt } = task;
  const isDone = completedAt !== null;
  const moment = completedAt ?? dueAt;
  const isLate = !isDone && dueAt !== null && new Date(dueAt) < now;
  return (
    <li className="border-line hover:bg-hover flex min-h-12 items-start gap-3 border-b px-4 py-2 last:border-b-0">
      <input
        type="checkbox"
        data-list-item
        checked={isDone}
        onChange={() => change.mutate({ task, changes: { completed: !isDone } })}
        aria-label={isDone ? messages.reopen(title) : messages.complete(title)}
        className="accent-accent mt-1 size-4 shrink-0 pointer-coarse:size-5"
      />
      <div className="min-w-0 flex-1">
        <p className={isDone ? "text-ink-muted truncate line-through" : "truncate font-medium"}>{title}</p>
        <p className="text-ink-muted truncate text-xs">
          {lead && !isUnderLead ? (
            <Link href={paths.lead(lead.id)} className="hover:text-ink hover:underline">
              {lead.name}
            </Link>
          ) : (
            (contact.name ?? messages.unnamed)
          )}
          {lead && !isUnderLead && contact.name && contact.name !== lead.name && ` · ${contact.name}`}
          {body && ` · ${body}`}
        </p>
        {moment && (
          <p
            className={isLate ? "text-negative figures text-xs sm:hidden" : "text-ink-muted figures text-xs sm:hidden"}
          >
            {isLate && `${messages.overdue}: `}
            {sayMoment(new Date(moment), now, timeZone)}
          </p>
        )}
      </div>
      <div className="text-ink-muted flex shrink-0 items-center gap-2 text-sm">
        {isLate && isUnderLead && (
          <span className="max-sm:hidden">
            <Badge tone="negative">{messages.overdue}</Badge>
          </span>
        )}
        {repeats && (
          <span title={messages.repeats[repeats]}>
            <Repeat aria-hidden className="text-ink-faint size-3.5" />
            <span className="sr-only">{messages.repeats[repeats]}</span>
          </span>
        )}
        {moment && (
          <time
            dateTime={moment}
            title={sayExactly(new Date(moment), timeZone)}
            className="figures whitespace-nowrap max-sm:hidden"
          >
            {sayMoment(new Date(moment), now, timeZone)}
          </time>
        )}
        {assignedTo && (
          <span title={assignedTo.name} className="max-sm:hidden">
            <Avatar name={assignedTo.name} />
            <span className="sr-only">{assignedTo.name}</span>
          </span>
        )}
        <Button
          iconOnly
          size="small"
          variant="quiet"
          aria-label={messages.removeLabel(title)}
          title={messages.remove}
          onClick={() => change.mutate({ task, changes: "delete" })}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
    </li>
  );
}
