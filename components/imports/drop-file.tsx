"use client";

import { FileSpreadsheet } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { paths } from "@/lib/client/paths";
import { importLimits } from "@/lib/imports/model/file";
import { messages } from "./messages";
import { useUpload } from "./mutations";

/** Takes a file that is dropped or chosen, and goes on to its import. */
export function DropFile() {
  const router = useRouter();
  const upload = useUpload();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const problem = problemOf(file, files.length);
    setRefusal(problem);
    if (!problem) upload.mutate(file, { onSuccess: ({ id }) => router.push(paths.import(id)) });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!upload.isPending) take(event.dataTransfer.files);
  };
  const problem = refusal ?? upload.error?.message;
  const isBusy = upload.isPending || upload.isSuccess;
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- whoever can not drop a file has the button in it */}
      <div
        role="group"
        aria-label={messages.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className="border-line-strong bg-raised data-over:border-accent data-over:bg-accent-wash flex flex-col items-center gap-3 rounded-lg border border-dashed px-6 py-12 text-center transition-colors max-sm:py-8"
      >
        {isBusy ? (
          <Sending file={upload.variables} sent={upload.sent} onStop={upload.isPending ? upload.stop : undefined} />
        ) : (
          <>
            <span
              aria-hidden
              className="border-line bg-surface text-ink-faint shadow-card inline-flex size-10 items-center justify-center rounded-lg border"
            >
              <FileSpreadsheet className="size-5" />
            </span>
            <p className="text-base font-medium">{isOver ? messages.dropNow : messages.drop}</p>
            <Button variant="primary" onClick={() => input.current?.click()}>
              {messages.choose}
            </Button>
            <p className="text-ink-muted max-w-100 text-sm text-balance">{messages.dropHint(importLimits.rows)}</p>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          hidden
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
      </div>
      {problem && !isBusy && (
        <div role="alert" className="bg-negative-wash text-negative mt-3 rounded-md px-3 py-2 text-sm">
          <p className="font-medium">{messages.failedUpload}</p>
          <p>{problem}</p>
        </div>
      )}
    </div>
  );
}

type SendingProps = { file: File | undefined; sent: number; onStop: (() => void) | undefined };

/** How much of a file has left; once all of it has, the server reads it. */
function Sending({ file, sent, onStop }: SendingProps) {
  const name = file?.name ?? "";
  const isSent = sent >= 1;
  const title = isSent ? messages.reading(name) : messages.uploading(name);
  return (
    <div className="flex w-full max-w-100 flex-col gap-3 py-2 text-sm">
      <p role="status" className="flex items-center justify-center gap-2 font-medium wrap-anywhere">
        {isSent && <Spinner />}
        {title}
      </p>
      {!isSent && (
        <>
          <progress aria-label={title} value={sent} className="import-progress w-full" />
          <p className="text-ink-muted figures">{messages.sent(sent, file?.size ?? 0)}</p>
        </>
      )}
      {onStop && (
        <Button className="self-center" onClick={onStop}>
          {messages.stopUpload}
        </Button>
      )}
    </div>
  );
}

/** What can be seen of a file before it is sent. */
function problemOf({ name, size }: File, count: number): string | null {
  if (count > 1) return messages.oneFile;
  if (size > importLimits.bytes) return messages.tooLarge(name);
  return /\.(xlsx?|ods|numbers)$/i.test(name) ? messages.notCsv(name) : null;
}
