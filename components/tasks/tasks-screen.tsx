"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { ListChecks, Plus } from "lucide-react";
import Link from "next/link";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import type { ComponentProps } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { taskMessages } from "@/components/fields/task/messages";
import { showOverlay } from "@/components/shell/overlay";
import { useListKeys } from "@/components/shell/use-list-keys";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { sayNumber } from "@/lib/kit/number";
import { groupByLead, groupTasks, type ListedTask } from "./group-tasks";
import { messages } from "./messages";
import { tasksQuery, type TasksSearch } from "./queries";
import { TaskRow } from "./task-row";

/** What is to do, by when it is due; and what was done. */
export function TasksScreen() {
  const [search, setSearch] = useQueryStates({
    state: parseAsStringLiteral(["open", "done"] as const).withDefault("open"),
    of: parseAsStringLiteral(["me", "everybody", "nobody"] as const).withDefault("me"),
    by: parseAsStringLiteral(["due", "lead"] as const).withDefault("due"),
  });
  const { data } = useInfiniteQuery(tasksQuery(search));
  const counts = data?.pages[0]?.counts;
  const segments = <Value extends string>(words: Record<Value, string>) =>
    // The keys of a record are what the record is of.
    (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));
  return (
    <>
      <PageHeader
        title={messages.title}
        // The counts are one's own.
        detail={
          counts &&
          search.of === "me" && (
            <>
              {messages.toDo(counts.open)}
              {counts.overdue > 0 && <span className="text-negative"> · {messages.late(counts.overdue)}</span>}
            </>
          )
        }
      >
        <SegmentedControl
          label={messages.whose}
          value={search.of}
          segments={segments(messages.owners)}
          onChange={(of) => void setSearch({ of })}
        />
        <SegmentedControl
          label={messages.which}
          value={search.state}
          segments={segments(messages.states)}
          onChange={(state) => void setSearch({ state })}
        />
        <SegmentedControl
          label={messages.grouping}
          value={search.by}
          segments={segments(messages.groupings)}
          onChange={(by) => void setSearch({ by })}
        />
        <AddTask variant="primary" />
      </PageHeader>
      <div className="mx-auto flex max-w-220 flex-col gap-6 p-4 md:p-6">
        <TaskGroups search={search} by={search.by} />
      </div>
    </>
  );
}

type TaskGroupsProps = { search: TasksSearch; by: "due" | "lead" };

function TaskGroups({ search, by }: TaskGroupsProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(tasksQuery(search));
  useListKeys({
    name: "tasks",
    title: messages.keys.scope,
    words: messages.keys,
    others: [
      { keys: "Space", description: messages.keys.complete },
      { keys: "e", description: taskMessages.keys.title },
      { keys: "d", description: taskMessages.keys.plan },
    ],
  });
  const [first] = data?.pages ?? [];
  if (error && !data) return <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} />;
  if (!data || !first) return <TasksSkeleton />;
  const now = new Date(first.asOf);
  const tasks = data.pages.flatMap((page) => page.tasks);
  const clock = { now, timeZone: first.timeZone };
  if (tasks.length === 0 && !hasNextPage) return <NoTasks isOpen={search.state === "open"} />;
  return (
    <>
      {by === "due"
        ? groupTasks(tasks, now, first.timeZone).map(({ name, tasks: group }, index, groups) => (
            <TaskGroupSection
              key={name}
              title={messages.groups[name]}
              tasks={group}
              // What is fetched next belongs to the last one, or follows it.
              count={
                hasNextPage && index === groups.length - 1 ? messages.orMore(group.length) : sayNumber(group.length)
              }
              {...clock}
            />
          ))
        : groupByLead(tasks).map(({ lead, tasks: group }) => (
            <TaskGroupSection
              key={lead?.id ?? ""}
              title={lead?.name ?? messages.withoutLead}
              href={lead ? paths.lead(lead.id) : undefined}
              tasks={group}
              // What is fetched next may belong to any of them.
              count={hasNextPage ? null : sayNumber(group.length)}
              {...clock}
            />
          ))}
      {hasNextPage && (
        <Button className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {messages.more}
        </Button>
      )}
    </>
  );
}

type TaskGroupSectionProps = {
  title: string;
  /** Where what they have in common is shown. */
  href?: string;
  tasks: readonly ListedTask[];
  /** How many there are, where that is known. */
  count: string | null;
  now: Date;
  timeZone: string;
};

function TaskGroupSection({ title, href, tasks, count, now, timeZone }: TaskGroupSectionProps) {
  return (
    // Leads may be called the same: only the days are landmarks.
    <section aria-label={href === undefined ? title : undefined}>
      <h2 className="text-ink-muted mb-2 flex items-baseline gap-2 text-sm font-medium">
        {href === undefined ? (
          title
        ) : (
          <Link href={href} className="hover:text-ink truncate hover:underline">
            {title}
          </Link>
        )}
        {count !== null && <span className="text-ink-faint figures text-xs">{count}</span>}
      </h2>
      <Card flush>
        <ul>
          {tasks.map((task) => (
            <TaskRow key={task.id} task={task} now={now} timeZone={timeZone} isUnderLead={href !== undefined} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

const NoTasks = ({ isOpen }: { isOpen: boolean }) => (
  <StateMessage
    live
    icon={<ListChecks />}
    title={isOpen ? messages.nothingToDo : messages.nothingDone}
    className="py-20"
    action={isOpen && <AddTask />}
  >
    {isOpen ? messages.nothingToDoHint : messages.nothingDoneHint}
  </StateMessage>
);

/** Asks which lead a new task is for, and opens it there. */
const AddTask = ({ variant }: Pick<ComponentProps<typeof Button>, "variant">) => (
  <Button variant={variant} aria-haspopup="dialog" onClick={() => showOverlay("task")}>
    <Plus aria-hidden />
    {messages.add}
  </Button>
);

const TasksSkeleton = () => (
  <Card>
    <LoadingLines lines={3} className="" />
  </Card>
);
