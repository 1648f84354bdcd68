"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import Link from "next/link";
import type { KeyboardEvent } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { strokeOf } from "@/components/shell/shortcuts";
import { Button } from "@/components/ui/button";
import { LoadingLines } from "@/components/ui/loading-lines";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { groupByDay } from "./group-by-day";
import { messages } from "./messages";
import { NotificationRow } from "./notification-row";
import { notificationsQuery } from "./queries";
import { useMark } from "./use-mark";

type NotificationListProps = {
  /** Told when the person goes to what a notification is about. */
  onLeave: () => void;
  /** Whether it says itself what it is. */
  titled: boolean;
};

/** What the person was told of, day by day, the latest first. Arrow keys, or `j` and `k`, go from one to the next. */
export function NotificationList({ onLeave, titled }: NotificationListProps) {
  const query = useInfiniteQuery(notificationsQuery());
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  const mark = useMark();
  const [first] = data?.pages ?? [];
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const newest = items[0];
  const isAllRead = items.every(({ readAt }) => readAt !== null);
  return (
    // The keys are those of the links in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="flex flex-col gap-3" onKeyDown={walk}>
      <div className="flex min-h-8 items-center justify-between gap-3 px-2">
        {titled && <h2 className="text-base font-semibold">{messages.title}</h2>}
        {newest && (
          <Button
            size="small"
            variant="quiet"
            className="ml-auto"
            disabled={isAllRead}
            onClick={() => mark.mutate({ upTo: newest.id })}
          >
            {messages.readAll}
          </Button>
        )}
      </div>
      {error && !data && <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} />}
      {!error && !data && <ListSkeleton />}
      {data && items.length === 0 && (
        <StateMessage live icon={<Bell />} title={messages.empty} className="py-6">
          {messages.emptyHint}
        </StateMessage>
      )}
      {first && (
        <div className="flex flex-col gap-3">
          {groupByDay(items, new Date(first.asOf), first.timeZone).map(({ day, items: group }) => (
            <section key={day} aria-label={day}>
              <h3 className="text-ink-muted px-2 pb-1 text-xs font-medium">{day}</h3>
              <ul>
                {group.map((item) => (
                  <NotificationRow
                    key={item.id}
                    item={item}
                    now={new Date(first.asOf)}
                    timeZone={first.timeZone}
                    onLeave={onLeave}
                    onMark={(read) => mark.mutate({ ids: [item.id], read })}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
      {hasNextPage && (
        <Button size="small" className="self-center" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {messages.more}
        </Button>
      )}
      {data && (
        <p className="text-ink-faint border-line border-t px-2 pt-2 text-xs">
          {messages.end}{" "}
          <Link href={paths.profile()} onClick={onLeave} className="text-accent-ink hover:underline">
            {messages.preferences}
          </Link>
        </p>
      )}
    </div>
  );
}

/** Up and down go from notification to notification. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[strokeOf(event)];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-notification]")];
  const at = links.findIndex((link) => link === document.activeElement);
  event.preventDefault();
  links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
}

const ListSkeleton = () => <LoadingLines lines={3} className="px-2 py-3" />;
