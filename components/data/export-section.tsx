"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Archive, Download } from "lucide-react";
import { QueryFailure } from "@/components/fields/query-failure";
import { write } from "@/components/fields/write";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import { showToast } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import type { ExportAnswer, ExportsAnswer } from "@/lib/dialects/native/exports";
import { JobLine } from "./job-line";
import { messages } from "./messages";
import { exportsQuery } from "./queries";

/** Everything of the location in one file. */
export function ExportSection() {
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

function ExportLine({ line, answer }: { line: ExportAnswer; answer: ExportsAnswer }) {
  return (
    <JobLine
      line={line}
      answer={answer}
      facts={[
        line.recordsDone > 0 && messages.records(line.recordsDone),
        line.sizeBytes !== null && messages.megabytes(line.sizeBytes),
      ]}
    >
      {line.status === "done" && (
        <a
          href={paths.exportFile(line.id)}
          download
          aria-label={messages.download(line.fileName)}
          className={buttonClass({ size: "small" })}
        >
          <Download aria-hidden />
          {messages.downloadShort}
        </a>
      )}
    </JobLine>
  );
}
