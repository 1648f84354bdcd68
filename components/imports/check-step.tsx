"use client";

import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StateMessage } from "@/components/ui/state-message";
import type { ImportAnswer } from "@/lib/dialects/native/imports";
import { rowKinds } from "@/lib/imports/model/import";
import { CountTabs, type RowKind } from "./count-tabs";
import { messages } from "./messages";
import { useImportStep } from "./mutations";

type Preview = NonNullable<ImportAnswer["preview"]>;
type PreviewRow = Preview["rows"][number];

/** Shows what every row would come to, before anything is written. */
export function CheckStep({ file, preview, onBack }: { file: ImportAnswer; preview: Preview; onBack: () => void }) {
  const { counts } = preview;
  const [chosen, setChosen] = useState<RowKind>(() => rowKinds.find((kind) => counts[kind] > 0) ?? "new");
  const start = useImportStep(file.id, "start");
  const written = counts.new + counts.changed;
  const rows = preview.rows.filter(({ kind }) => kind === chosen);
  return (
    <>
      <CountTabs counts={counts} chosen={chosen} onChoose={setChosen} />
      <Card
        flush
        className="mt-4"
        title={messages.kinds[chosen]}
        aside={
          <span className="text-ink-faint text-xs">
            {rows.length > 0 && messages.previewOf(rows.length, counts[chosen])}
          </span>
        }
      >
        <p className="text-ink-muted px-4 pb-3 text-sm">{messages.kindHints[chosen]}</p>
        {rows.length === 0 ? (
          <StateMessage title={messages.noneOfKind} className="border-line border-t" />
        ) : (
          <ul className="divide-line border-line divide-y border-t">
            {rows.map((row) => (
              <li key={row.line} className="flex gap-x-4 gap-y-1 px-4 py-2.5 text-sm max-sm:flex-col">
                <span className="text-ink-faint figures w-16 shrink-0">
                  {messages.line} {row.line}
                </span>
                <span className="w-48 shrink-0 truncate font-medium max-sm:w-auto">{row.name}</span>
                <span className="min-w-0 flex-1">
                  <RowDetail row={row} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {written === 0 && (
        <p role="status" className="text-ink-muted mt-4 text-sm">
          {messages.nothingToDo}
        </p>
      )}
      <div className="border-line bg-surface sticky bottom-0 z-10 mt-6 flex items-center justify-between gap-3 border-t py-3 max-md:bottom-14">
        <Button onClick={onBack}>
          <ArrowLeft aria-hidden />
          {messages.backToColumns}
        </Button>
        <Button variant="primary" disabled={written === 0} busy={start.isPending} onClick={() => start.mutate()}>
          {messages.start(written)}
        </Button>
      </div>
    </>
  );
}

function RowDetail({ row }: { row: PreviewRow }) {
  return (
    <>
      {row.changes.length > 0 && (
        <span className="flex flex-wrap gap-x-4 gap-y-0.5">
          {row.changes.map(({ field, before, after }) => (
            <span key={field} className="min-w-0 break-words">
              <span className="text-ink-muted">{field} </span>
              {after}
              {before !== null && <span className="text-ink-faint"> ({messages.was(before)})</span>}
            </span>
          ))}
        </span>
      )}
      {row.reason && (
        <span className={row.kind === "refused" ? "text-negative block" : "text-ink-muted block"}>{row.reason}</span>
      )}
    </>
  );
}
