"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { FileSpreadsheet } from "lucide-react";
import Link from "next/link";
import { QueryFailure } from "@/components/fields/query-failure";
import { useListKeys } from "@/components/shell/use-list-keys";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { StateMessage } from "@/components/ui/state-message";
import { paths } from "@/lib/client/paths";
import type { ImportAnswer } from "@/lib/dialects/native/imports";
import { sayExactly, sayMoment } from "@/lib/kit/moment";
import { sayNumber } from "@/lib/kit/number";
import { messages } from "./messages";
import { importsQuery } from "./queries";

const tones: Record<ImportAnswer["status"], BadgeTone> = {
  ready: "neutral",
  running: "accent",
  done: "positive",
  cancelled: "caution",
  failed: "negative",
  undoing: "accent",
  undone: "neutral",
};

/** How an import stands, in a word. */
export const ImportBadge = ({ status }: Pick<ImportAnswer, "status">) => (
  <Badge tone={tones[status]}>{messages.statuses[status]}</Badge>
);

/** The imports there were, the last first. */
export function ImportList() {
  const list = useInfiniteQuery(importsQuery());
  const imports = list.data?.pages.flatMap((page) => page.imports);
  useListKeys({ name: "imports", title: messages.history });
  return (
    <>
      <Card flush>
        {list.error && !imports ? (
          <QueryFailure error={list.error} title={messages.failedList} onRetry={() => void list.refetch()} />
        ) : !imports ? (
          <LoadingLines />
        ) : imports.length === 0 ? (
          <StateMessage icon={<FileSpreadsheet />} title={messages.noneTitle}>
            {messages.noneHint}
          </StateMessage>
        ) : (
          <ul className="divide-line divide-y">
            {imports.map((each) => (
              <li key={each.id}>
                <ImportLine line={each} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      {list.hasNextPage && (
        <Button className="mt-3" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {messages.more}
        </Button>
      )}
    </>
  );
}

function ImportLine({ line }: { line: ImportAnswer }) {
  const createdAt = new Date(line.createdAt);
  const { counts } = line;
  const done = [
    counts.new > 0 && `${sayNumber(counts.new)} ${messages.kinds.new.toLowerCase()}`,
    counts.changed > 0 && `${sayNumber(counts.changed)} ${messages.kinds.changed.toLowerCase()}`,
    counts.refused > 0 && `${sayNumber(counts.refused)} ${messages.kinds.refused.toLowerCase()}`,
  ].filter(Boolean);
  return (
    <Link
      data-list-item
      href={paths.import(line.id)}
      className="hover:bg-hover flex min-h-14 items-center gap-4 px-4 py-2.5 text-sm transition-colors"
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{line.fileName}</span>
        <span className="text-ink-muted block truncate text-xs">
          <time dateTime={line.createdAt} title={sayExactly(createdAt, line.timeZone)}>
            {sayMoment(createdAt, new Date(line.asOf), line.timeZone)}
          </time>
          {line.createdByName && ` ${messages.by(line.createdByName)}`}
        </span>
      </span>
      <span className="text-ink-muted figures text-right text-xs max-sm:hidden">
        {done.length > 0 ? done.join(", ") : messages.rows(line.rowCount)}
      </span>
      <span className="w-24 text-right max-sm:w-auto">
        <ImportBadge status={line.status} />
      </span>
    </Link>
  );
}
