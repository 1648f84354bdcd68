"use client";

import { Ban, CircleCheck, Download, TriangleAlert, Undo2 } from "lucide-react";
import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog, DialogActions, DialogClose } from "@/components/ui/dialog";
import { paths } from "@/lib/client/paths";
import type { ImportAnswer } from "@/lib/dialects/native/imports";
import { CountList } from "./count-tabs";
import { messages } from "./messages";
import { useImportStep } from "./mutations";
import { ToldRows } from "./told-rows";

/** What became of an import that is over, and the way back. */
export function ResultStep({ file }: { file: ImportAnswer }) {
  const { counts, undo, status } = file;
  const written = counts.new + counts.changed;
  const { title, hint, icon: Icon, tone } = outcomeOf(file);
  const isUndone = status === "undone";
  return (
    <>
      <Card>
        <div role="status" className="flex items-start gap-3">
          <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${tone}`} />
          <div>
            <h2 className="text-base font-semibold">{title}</h2>
            {hint && <p className="text-ink-muted text-sm">{hint}</p>}
            {undo && undo.kept > 0 && <p className="text-ink-muted text-sm">{messages.keptHint(undo.kept)}</p>}
          </div>
        </div>
        {!isUndone && (
          <div className="mt-5">
            <CountList counts={counts} />
          </div>
        )}
        <div className="border-line mt-5 flex flex-wrap items-center gap-2 border-t pt-4">
          <Link href={paths.leads()} className={buttonClass({ variant: isUndone ? "secondary" : "primary" })}>
            {messages.viewLeads}
          </Link>
          <Link href={paths.imports()} className={buttonClass()}>
            {messages.another}
          </Link>
          {!isUndone && written > 0 && <UndoButton id={file.id} />}
        </div>
      </Card>
      {counts.refused > 0 && !isUndone && (
        <ToldRows
          id={file.id}
          title={messages.refusedTitle(counts.refused)}
          hint={messages.refusedHint}
          action={
            <a href={paths.refusedRows(file.id)} download className={buttonClass()}>
              <Download aria-hidden />
              {messages.download}
            </a>
          }
        />
      )}
      {isUndone && undo && undo.kept > 0 && (
        <ToldRows id={file.id} title={messages.keptTitle} hint={messages.keptHint(undo.kept)} />
      )}
    </>
  );
}

function outcomeOf({ status, counts, failure, undo }: ImportAnswer) {
  const written = counts.new + counts.changed;
  if (status === "failed")
    return { title: messages.failedTitle, hint: failure, icon: TriangleAlert, tone: "text-negative" };
  if (status === "cancelled")
    return { title: messages.cancelledTitle, hint: messages.cancelledHint(written), icon: Ban, tone: "text-caution" };
  if (status === "undone") {
    const hint = messages.undoneHint(undo?.removed ?? 0, undo?.restored ?? 0);
    return { title: messages.undoneTitle, hint, icon: Undo2, tone: "text-ink-muted" };
  }
  return { title: messages.doneTitle(written), hint: null, icon: CircleCheck, tone: "text-positive" };
}

function UndoButton({ id }: { id: string }) {
  const undo = useImportStep(id, "undo");
  return (
    <Dialog
      title={messages.undoTitle}
      description={messages.undoDetail}
      trigger={
        <Button variant="quiet" className="sm:ml-auto">
          <Undo2 aria-hidden />
          {messages.undo}
        </Button>
      }
    >
      <DialogActions>
        <DialogClose>
          <Button>{messages.cancel}</Button>
        </DialogClose>
        <Button variant="danger" busy={undo.isPending} onClick={() => undo.mutate()}>
          {messages.undo}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
