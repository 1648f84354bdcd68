"use client";

import { useQuery } from "@tanstack/react-query";
import { Laptop, Smartphone } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { OnDemand } from "@/components/ui/on-demand";
import { Section } from "@/components/ui/section";
import { describeBrowser } from "@/lib/kit/browser-name";
import { sayAgo, sayExactly } from "@/lib/kit/moment";
import { messages } from "./messages";
import { useEndSession } from "./mutations";
import { sessionsQuery } from "./queries";

/** The browsers the person is signed in with, each to be signed out, or all at once. */
export function SessionsList() {
  const { data, error, refetch } = useQuery(sessionsQuery());
  const end = useEndSession();
  const everywhere = <Button>{messages.signOutEverywhere}</Button>;
  return (
    <Section
      title={messages.sessions}
      hint={messages.sessionsHint}
      action={
        <OnDemand
          popup="dialog"
          trigger={everywhere}
          load={() => import("./end-sessions-dialog")}
          renderPanel={({ EndSessionsDialog }) => <EndSessionsDialog trigger={everywhere} />}
        />
      }
    >
      <Card flush>
        {error && !data ? (
          <QueryFailure error={error} title={messages.failedSessions} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingLines />
        ) : (
          <ul className="divide-line divide-y">
            {data.sessions.map((session) => {
              const { browser, system, isMobile } = describeBrowser(session.userAgent ?? "");
              const shown =
                browser && system
                  ? messages.browserOn(browser, system)
                  : (browser ?? system ?? messages.unknownBrowser);
              const Icon = isMobile ? Smartphone : Laptop;
              const lastSeen = new Date(session.lastSeenAt);
              return (
                <li key={session.id} tabIndex={-1} data-list-item className="flex items-center gap-3 px-4 py-3">
                  <Icon aria-hidden className="text-ink-faint size-5 shrink-0" />
                  <div className="min-w-0 flex-1">
                    <p className="flex items-center gap-2 text-sm font-medium">
                      <span className="truncate">{shown}</span>
                      {session.current && <Badge tone="positive">{messages.thisBrowser}</Badge>}
                    </p>
                    <p className="figures text-ink-muted truncate text-xs">
                      <time dateTime={session.lastSeenAt} title={sayExactly(lastSeen, data.timeZone)}>
                        {messages.lastSeen(sayAgo(lastSeen, new Date(data.asOf), data.timeZone))}
                      </time>
                      {session.address && ` · ${session.address}`}
                    </p>
                  </div>
                  {!session.current && (
                    <Button
                      size="small"
                      aria-label={messages.signOutOneLabel(shown)}
                      onClick={() => end.mutate({ id: session.id, name: shown })}
                    >
                      {messages.signOutOne}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Card>
    </Section>
  );
}
