"use client";

import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { messages } from "./file-drop-messages";
import type { useUpload } from "./use-upload";

type FileDropProps = {
  icon: ReactNode;
  /** What is asked for, and what of it is taken. */
  title: string;
  hint: string;
  accept: string;
  /** What is wrong with a file, as far as it can be seen before it is sent. */
  problemOf: (file: File) => string | null;
  upload: Pick<
    ReturnType<typeof useUpload>,
    "mutate" | "isPending" | "isSuccess" | "error" | "variables" | "sent" | "stop"
  >;
};

/** Takes a file that is dropped or chosen, and uploads it. */
export function FileDrop({ icon, title, hint, accept, problemOf, upload }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const problem = files.length > 1 ? messages.oneFile : problemOf(file);
    setRefusal(problem);
    if (!problem) upload.mutate(file);
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
        aria-label={title}
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
              className="border-line bg-surface text-ink-faint shadow-card inline-flex size-10 items-center justify-center rounded-lg border [&_svg]:size-5"
            >
              {icon}
            </span>
            <p className="text-base font-medium">{isOver ? messages.dropNow : title}</p>
            <Button variant="primary" onClick={() => input.current?.click()}>
              {messages.choose}
            </Button>
            <p className="text-ink-muted max-w-100 text-sm text-balance">{hint}</p>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept={accept}
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
