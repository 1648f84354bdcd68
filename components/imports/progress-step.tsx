"use client";

import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ImportAnswer } from "@/lib/dialects/native/imports";
import { CountList } from "./count-tabs";
import { messages } from "./messages";
import { useImportStep } from "./mutations";

/** How far an import or its undo is. */
export function ProgressStep({ file }: { file: ImportAnswer }) {
  const cancel = useImportStep(file.id, "cancel");
  const isUndo = file.status === "undoing";
  const done = isUndo ? (file.undo?.rowsDone ?? 0) : file.rowsDone;
  const all = isUndo ? (file.undo?.rowsTotal ?? 0) : file.rowCount;
  const title = isUndo ? messages.undoing : messages.running;
  return (
    <Card>
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="text-ink-muted figures mb-3 text-sm">
        {[messages.progress(done, all), isUndo ? null : timeLeft(file)].filter(Boolean).join(" · ")}
      </p>
      <progress aria-label={title} value={done} max={Math.max(all, 1)} className="import-progress w-full" />
      {!isUndo && (
        <div className="mt-5">
          <CountList counts={file.counts} />
        </div>
      )}
      <div className="border-line mt-5 flex items-center justify-between gap-4 border-t pt-4 max-sm:flex-col max-sm:items-start">
        <p className="text-ink-muted text-sm">{messages.mayLeave}</p>
        {!isUndo && (
          <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {messages.cancelImport}
          </Button>
        )}
      </div>
    </Card>
  );
}

/** How long it will take at the pace so far; null as long as there is none. */
function timeLeft({ startedAt, asOf, rowsDone, rowCount }: ImportAnswer): string | null {
  if (!startedAt || rowsDone < rowCount / 20) return null;
  const seconds = (Date.parse(asOf) - Date.parse(startedAt)) / 1000;
  return messages.left((seconds * (rowCount - rowsDone)) / rowsDone);
}
