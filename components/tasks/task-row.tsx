"use client";

import { Repeat, Trash2 } from "lucide-react";
import Link from "next/link";
import { taskMessages } from "@/components/fields/task/messages";
import { TaskItem } from "@/components/fields/task/task-item";
import { TaskPlan } from "@/components/fields/task/task-plan";
import { TaskTitle } from "@/components/fields/task/task-title";
import { useChangeTask } from "@/components/fields/task/use-change-task";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { paths } from "@/lib/client/paths";
import { sayExactly, sayMoment } from "@/lib/kit/moment";
import type { ListedTask } from "./group-tasks";
import { messages } from "./messages";
import { useEndTask } from "./mutations";

type TaskRowProps = {
  task: ListedTask;
  now: Date;
  timeZone: string;
  /** Whether it stands under its lead, whose name need not be said again, or under when it is due. */
  isUnderLead: boolean;
};

/** A task: a box to tick it off, what and whom it is about, and when it is due. */
export function TaskRow({ task, now, timeZone, isUnderLead }: TaskRowProps) {
  const end = useEndTask();
  const save = useChangeTask(now.toISOString(), timeZone);
  const { title, body, lead, contact, assignedTo, repeats, dueAt, completedAt } = task;
  const isDone = completedAt !== null;
  const moment = completedAt ?? dueAt;
  const isLate = !isDone && dueAt !== null && new Date(dueAt) < now;
  const plan = (
    <>
      {repeats && (
        <span title={taskMessages.repeats[repeats]}>
          <Repeat aria-hidden className="text-ink-faint size-3.5" />
          <span className="sr-only">{taskMessages.repeats[repeats]}</span>
        </span>
      )}
      {moment ? (
        <time dateTime={moment} title={sayExactly(new Date(moment), timeZone)} className="figures whitespace-nowrap">
          {sayMoment(new Date(moment), now, timeZone)}
        </time>
      ) : (
        <span className="text-ink-faint">{taskMessages.noDate}</span>
      )}
      {assignedTo && (
        <span title={assignedTo.name}>
          <Avatar name={assignedTo.name} />
          <span className="sr-only">{assignedTo.name}</span>
        </span>
      )}
    </>
  );
  return (
    <TaskItem
      taskId={task.id}
      className="border-line hover:bg-hover flex min-h-12 items-start gap-x-3 border-b px-4 py-1 last:border-b-0 max-sm:flex-wrap"
    >
      <input
        type="checkbox"
        data-list-item
        checked={isDone}
        onChange={() => end.mutate({ task, changes: { completed: !isDone } })}
        aria-label={isDone ? messages.reopen(title) : messages.complete(title)}
        className="accent-accent mt-1 size-4 shrink-0 pointer-coarse:size-5"
      />
      <div className="min-w-0 flex-1">
        <TaskTitle
          title={title}
          onSave={(written) => save({ task, fields: { title: written } })}
          className={classes("truncate", isDone ? "text-ink-muted line-through" : "font-medium")}
        />
        <p className="text-ink-muted mt-1 truncate text-xs">
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
      </div>
      <div className="text-ink-muted flex shrink-0 items-center gap-2 text-sm max-sm:basis-full max-sm:pl-7">
        {isLate && isUnderLead && <Badge tone="negative">{messages.overdue}</Badge>}
        {isDone ? (
          <span className="flex items-center gap-2 py-0.5">{plan}</span>
        ) : (
          <TaskPlan
            task={task}
            now={now}
            timeZone={timeZone}
            onSave={(fields) => save({ task, fields })}
            className="hover:bg-pressed data-popup-open:bg-pressed -my-0.5 flex min-h-7 items-center gap-2 rounded-md px-1.5 max-sm:-ml-1.5"
          >
            {plan}
          </TaskPlan>
        )}
        <Button
          iconOnly
          size="small"
          variant="quiet"
          className="max-sm:ml-auto"
          aria-label={messages.removeLabel(title)}
          title={messages.remove}
          onClick={() => end.mutate({ task, changes: "delete" })}
        >
          <Trash2 aria-hidden />
        </Button>
      </div>
    </TaskItem>
  );
}
