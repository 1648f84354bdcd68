"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { QueryFailure } from "@/components/fields/query-failure";
import { messages } from "@/components/lead-record/messages";
import { timelineQuery } from "@/components/lead-record/queries";
import { useRecordState } from "@/components/lead-record/record-state";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { messages as uiMessages } from "@/components/ui/messages";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { timelineKinds } from "@/lib/leads/model";
import { Entry } from "./entry";
import { listed } from "./listed";
import { NoteCard } from "./note-card";

const kinds = ["all", ...timelineKinds] as const;

/** What happened to the lead, the last first, page after page; pinned notes above. */
export function Timeline({ record }: { record: LeadRecordAnswer }) {
  const leadId = record.lead.id;
  const [{ kind, edits }, setState] = useRecordState(leadId);
  const query = useInfiniteQuery(timelineQuery(leadId, kind));
  const first = query.data?.pages[0];
  const { pinned, entries } = listed(query.data?.pages ?? [], Object.values(edits));
  return (
    <Card
      title={messages.timeline}
      flush
      className="pb-2"
      aside={
        <Select
          label={messages.timelineFilter}
          value={kind}
          options={kinds.map((each) => ({ value: each, label: messages.kinds[each] }))}
          onChange={(next) => setState({ kind: next })}
          className="h-7"
        />
      }
    >
      {query.error && !first ? (
        <QueryFailure error={query.error} title={messages.timelineFailed} onRetry={() => void query.refetch()} />
      ) : !first ? (
        <div aria-busy className="flex flex-col gap-4 p-4">
          <span className="sr-only">{uiMessages.loading}</span>
          {["w-3/4", "w-1/2", "w-2/3"].map((width) => (
            <Skeleton key={width} className={width} />
          ))}
        </div>
      ) : (
        <div aria-busy={query.isPlaceholderData} className="pt-2 transition-opacity aria-busy:opacity-60">
          {pinned.length > 0 && (
            <ul aria-label={messages.pinned} className="flex flex-col gap-2 px-4 pb-3">
              {pinned.map((note) => (
                <li key={note.id}>
                  <NoteCard leadId={leadId} note={note} entry={null} asOf={first.asOf} timeZone={first.timeZone} />
                </li>
              ))}
            </ul>
          )}
          {entries.length === 0 && pinned.length === 0 ? (
            <p className="text-ink-muted px-4 pb-2 text-sm">
              {kind === "all" ? messages.noActivity : messages.noneOfKind}
            </p>
          ) : (
            <ol aria-label={messages.timeline} className="px-4">
              {entries.map((entry) => (
                <Entry key={entry.id} record={record} entry={entry} asOf={first.asOf} timeZone={first.timeZone} />
              ))}
            </ol>
          )}
          {query.hasNextPage && (
            <div className="px-4 pt-2 pb-1">
              <Button size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {messages.earlier}
              </Button>
            </div>
          )}
        </div>
      )}
    </Card>
  );
}
