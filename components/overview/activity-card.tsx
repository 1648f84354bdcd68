"use client";

import { useQuery } from "@tanstack/react-query";
import { Activity } from "lucide-react";
import Link from "next/link";
import { QueryFailure } from "@/components/fields/query-failure";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { sayEvent } from "@/lib/events/model";
import { sayAgo, sayExactly } from "@/lib/kit/moment";
import { messages } from "./messages";
import { RowsSkeleton } from "./overview-skeleton";
import { activityQuery } from "./queries";

/** What happened last in the location, newest first. */
export function ActivityCard() {
  const { data, error, refetch } = useQuery(activityQuery());
  return (
    <Card title={messages.activity} flush className="pb-2">
      {error && !data ? (
        <QueryFailure error={error} title={messages.failedTile} onRetry={() => void refetch()} />
      ) : !data ? (
        <RowsSkeleton rows={6} />
      ) : data.events.length === 0 ? (
        <StateMessage icon={<Activity />} title={messages.noActivity} className="py-8" />
      ) : (
        <ol>
          {data.events.map((event) => (
            <li
              key={event.id}
              className="hover:bg-hover relative flex items-center gap-3 px-4 py-1.5 text-sm transition-colors"
            >
              <Avatar name={event.actorName} />
              <p className="text-ink-muted min-w-0 flex-1 truncate">
                <span className="text-ink font-medium">{event.actorName}</span>{" "}
                {event.imported?.id ? (
                  <Link
                    href={paths.import(event.imported.id)}
                    prefetch={false}
                    className="text-ink before:absolute before:inset-0"
                  >
                    {sayEvent(event)}
                  </Link>
                ) : (
                  sayEvent(event)
                )}
                {event.leadId && event.leadName && (
                  <>
                    {" · "}
                    <Link
                      href={paths.lead(event.leadId)}
                      prefetch={false}
                      className="text-ink before:absolute before:inset-0"
                    >
                      {event.leadName}
                    </Link>
                  </>
                )}
              </p>
              <time
                dateTime={event.occurredAt}
                title={sayExactly(new Date(event.occurredAt), data.timeZone)}
                className="figures text-ink-faint shrink-0 text-xs"
              >
                {sayAgo(new Date(event.occurredAt), new Date(data.asOf), data.timeZone)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
