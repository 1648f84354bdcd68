"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Boxes, FileArchive } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { FileDrop } from "@/components/fields/file-drop";
import { QueryFailure } from "@/components/fields/query-failure";
import { useUpload } from "@/components/fields/use-upload";
import { Card } from "@/components/ui/card";
import { LoadingLines } from "@/components/ui/loading-lines";
import { Section } from "@/components/ui/section";
import { StateMessage } from "@/components/ui/state-message";
import { showToast } from "@/components/ui/toast";
import type { LocationImportAnswer, LocationImportsAnswer } from "@/lib/dialects/native/location-imports";
import { largestImportBytes } from "@/lib/transfer/model";
import { JobLine } from "./job-line";
import { messages } from "./messages";
import { isUnderWay, locationImportsQuery } from "./queries";

/** Reads the export of another location into this one, as long as it is empty. */
export function ImportSection() {
  const { data, error, refetch } = useQuery(locationImportsQuery());
  const underWay = data?.imports.find(isUnderWay);
  useAllAnew(underWay?.id, data);
  return (
    <Section title={messages.importTitle} hint={messages.importHint}>
      {error && !data ? (
        <QueryFailure error={error} title={messages.failedImports} onRetry={() => void refetch()} />
      ) : !data ? (
        <Card flush>
          <LoadingLines lines={1} />
        </Card>
      ) : (
        <>
          {underWay ? <Progress line={underWay} /> : data.isEmpty ? <UploadExport /> : <NotEmpty />}
          <Earlier answer={data} />
        </>
      )}
    </Section>
  );
}

const NotEmpty = () => (
  <Card flush>
    <StateMessage icon={<Boxes />} title={messages.notEmptyTitle}>
      {messages.notEmptyHint}
    </StateMessage>
  </Card>
);

function UploadExport() {
  const client = useQueryClient();
  const upload = useUpload<LocationImportAnswer>({
    path: "/api/app/location-imports",
    onSettled: () => client.invalidateQueries({ queryKey: locationImportsQuery().queryKey }),
  });
  return (
    <FileDrop
      icon={<FileArchive />}
      title={messages.dropExport}
      hint={messages.dropExportHint}
      accept=".zip,application/zip"
      problemOf={problemOf}
      upload={upload}
    />
  );
}

function problemOf({ name, size }: File): string | null {
  if (!/\.zip$/i.test(name)) return messages.notZip(name);
  return size > largestImportBytes ? messages.tooLarge(name) : null;
}

function Progress({ line }: { line: LocationImportAnswer }) {
  const title = messages.readingIn(line.fileName);
  return (
    <Card>
      <p role="status" className="text-sm font-medium wrap-anywhere">
        {title}
      </p>
      <p className="text-ink-muted figures mb-3 text-sm">{messages.recordsOf(line.recordsDone, line.recordsTotal)}</p>
      <progress
        aria-label={title}
        value={line.recordsDone}
        max={Math.max(line.recordsTotal, 1)}
        className="import-progress w-full"
      />
    </Card>
  );
}

function Earlier({ answer }: { answer: LocationImportsAnswer }) {
  const ended = answer.imports.filter((line) => !isUnderWay(line));
  if (ended.length === 0) return null;
  return (
    <Card flush className="mt-3">
      <ul className="divide-line divide-y">
        {ended.map((line) => (
          <li key={line.id} tabIndex={-1} data-list-item>
            <JobLine
              line={line}
              answer={answer}
              facts={
                line.status === "done"
                  ? [
                      messages.records(line.recordsDone),
                      messages.files(line.files),
                      messages.people(line.usersKnown, line.usersMade),
                    ]
                  : []
              }
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Once a file was read in, everything of the location is another: its name, its customs, its records. */
function useAllAnew(underWay: string | undefined, answer: LocationImportsAnswer | undefined): void {
  const client = useQueryClient();
  const router = useRouter();
  const followed = useRef<string>(undefined);
  useEffect(() => {
    const before = followed.current;
    followed.current = underWay;
    const ended = underWay ? undefined : answer?.imports.find(({ id }) => id === before);
    if (ended?.status !== "done") return;
    showToast({ title: messages.readIn(ended.fileName) });
    router.refresh();
    void client.invalidateQueries();
  }, [underWay, answer, client, router]);
}
