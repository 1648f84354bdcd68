"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Download, ScrollText } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { QueryFailure } from "@/components/fields/query-failure";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import { AuditFilters } from "./audit-filters";
import { AuditLine } from "./audit-line";
import { messages } from "./messages";
import { auditLogQuery, everything, queryOf } from "./queries";

const text = parseAsString.withDefault("");

/** Who did what in the location. */
export function AuditLogScreen() {
  const [search, setSearch] = useQueryStates({ actor: text, kind: text, from: text, to: text });
  const log = useInfiniteQuery(auditLogQuery(search));
  const [first] = log.data?.pages ?? [];
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const isNarrowed = queryOf(search) !== "";
  return (
    <Section
      title={messages.title}
      hint={messages.hint}
      action={
        <a href={paths.auditLogFile(queryOf(search))} download className={buttonClass()}>
          <Download aria-hidden />
          {messages.download}
        </a>
      }
    >
      <AuditFilters search={search} onChange={(next) => void setSearch(next)} />
      <Card flush>
        {log.error && !first ? (
          <QueryFailure error={log.error} title={messages.failed} onRetry={() => void log.refetch()} />
        ) : !first ? (
          <LoadingLines />
        ) : entries.length > 0 ? (
          <ul className="divide-line divide-y">
            {entries.map((entry) => (
              <li key={entry.id}>
                <AuditLine entry={entry} asOf={new Date(first.asOf)} timeZone={first.timeZone} />
              </li>
            ))}
          </ul>
        ) : isNarrowed ? (
          <StateMessage
            live
            icon={<ScrollText />}
            title={messages.noMatchTitle}
            action={<Button onClick={() => void setSearch(everything)}>{messages.clear}</Button>}
          />
        ) : (
          <StateMessage icon={<ScrollText />} title={messages.noneTitle}>
            {messages.noneHint}
          </StateMessage>
        )}
      </Card>
      {log.hasNextPage && (
        <Button className="mt-3" busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {entries.length === 0 ? messages.lookOn : messages.more}
        </Button>
      )}
    </Section>
  );
}
