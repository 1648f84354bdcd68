"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Archive, Download } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { write } from "@/components/fields/write";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import { showToast } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import type { ExportAnswer, ExportsAnswer } from "@/lib/dialects/native/exports";
import { sayExactly, sayMoment } from "@/lib/kit/moment";
import { messages } from "./messages";
import { exportsQuery } from "./queries";

/** Everything of the location in one file. */
export function DataScreen() {
  const { data, error, refetch } = useQuery(exportsQuery());
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () => write<ExportAnswer>("/api/app/exports", { method: "POST" }),
    onError: (failure) => showToast({ tone: "negative", title: messages.failedStart, description: failure.message }),
    onSettled: () => client.invalidateQueries({ queryKey: exportsQuery().queryKey }),
  });
  return (
    <Section
      title={messages.exportTitle}
      hint={messages.exportHint}
      action={
        <Button variant="primary" busy={start.isPending} onClick={() => start.mutate()}>
          {messages.start}
        </Button>
      }
    >
      <Card flush>
        {error && !data ? (
          <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} />
        ) : !data ? (
          <LoadingLines lines={1} />
        ) : data.exports.length === 0 ? (
          <StateMessage icon={<Archive />} title={messages.noneTitle}>
            {messages.noneHint}
          </StateMessage>
        ) : (
          <ul className="divide-line divide-y">
            {data.exports.map((each) => (
              <li key={each.id} tabIndex={-1} data-list-item>
                <ExportLine line={each} answer={data} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}

const tones: Record<ExportAnswer["status"], BadgeTone> = {
  waiting: "neutral",
  running: "accent",
  done: "positive",
  failed: "negative",
};

function ExportLine({ line, answer }: { line: ExportAnswer; answer: ExportsAnswer }) {
  const createdAt = new Date(line.createdAt);
  const facts = [
    line.recordsDone > 0 && messages.records(line.recordsDone),
    line.sizeBytes !== null && messages.megabytes(line.sizeBytes),
  ].filter(Boolean);
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 text-sm">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{line.fileName}</span>
        <span className="text-ink-muted figures block text-xs">
          <time dateTime={line.createdAt} title={sayExactly(createdAt, answer.timeZone)}>
            {sayMoment(createdAt, new Date(answer.asOf), answer.timeZone)}
          </time>
          {line.createdByName && ` ${messages.by(line.createdByName)}`}
          {facts.length > 0 && ` · ${facts.join(" · ")}`}
        </span>
        {line.failure && <span className="text-negative block text-xs">{line.failure}</span>}
      </span>
      {line.status === "done" ? (
        <a
          href={paths.exportFile(line.id)}
          download
          aria-label={messages.download(line.fileName)}
          className={buttonClass({ size: "small" })}
        >
          <Download aria-hidden />
          {messages.downloadShort}
        </a>
      ) : (
        <Badge tone={tones[line.status]}>{messages.statuses[line.status]}</Badge>
      )}
    </div>
  );
}
