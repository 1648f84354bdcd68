"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Download, Paperclip, Trash2, Upload } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useUndoable } from "@/components/fields/use-undoable";
import { withSession } from "@/components/fields/write";
import { messages } from "@/components/lead-record/messages";
import { leadApiPath } from "@/components/lead-record/queries";
import { setRecordState } from "@/components/lead-record/record-state";
import { IconButton } from "@/components/lead-record/timeline/note-card";
import { useWrite } from "@/components/lead-record/use-write";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { classes } from "@/components/ui/classes";
import { showToast } from "@/components/ui/toast";
import { upload } from "@/lib/client/upload";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { sayNumber } from "@/lib/kit/number";
import { useFileDrop } from "./use-file-drop";

type Sending = { key: number; name: string; part: number };

/** The files of the lead; dropped anywhere on it or chosen, one after the other, with how far each is. */
export function FilesCard({ record }: { record: LeadRecordAnswer }) {
  const { attachments, lead, uploadLimitBytes } = record;
  const [sending, setSending] = useState<Sending[]>([]);
  const card = useRef<HTMLElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const lastKey = useRef(0);
  const client = useQueryClient();
  const offerUndo = useUndoable();
  const { tell } = useWrite(lead.id);
  const path = `${leadApiPath(lead.id)}/files`;
  const limit = saySize(uploadLimitBytes);

  const send = async (file: File) => {
    if (file.size > uploadLimitBytes) {
      showToast({ tone: "negative", title: messages.tooLarge(file.name, limit) });
      return;
    }
    const key = ++lastKey.current;
    const progress = (part: number) =>
      setSending((all) => all.map((each) => (each.key === key ? { ...each, part } : each)));
    setSending((all) => [...all, { key, name: file.name, part: 0 }]);
    try {
      const made = await withSession(() => upload<{ id: string }>(path, { body: formOf(file), onProgress: progress }));
      offerUndo({ title: messages.uploaded(file.name), answers: [made] });
    } catch (error) {
      showToast({
        tone: "negative",
        title: messages.uploadFailed(file.name),
        description: error instanceof Error ? error.message : undefined,
        action: { label: messages.tryAgain, onPress: () => void send(file) },
      });
    } finally {
      setSending((all) => all.filter((each) => each.key !== key));
      await client.invalidateQueries({ queryKey: ["lead", lead.id] });
    }
  };
  const take = async (files: Iterable<File>) => {
    for (const file of files) await send(file);
  };
  // Where there is room for one part of the record, it is this one that is looked at now.
  const show = useCallback(() => setRecordState(lead.id, { part: "related" }), [lead.id]);
  const isOver = useFileDrop(card, (files) => {
    // Who lets go in the moment in which they arrive is not seen to hold them over it.
    show();
    void take(files);
  });
  useEffect(() => {
    if (isOver) show();
  }, [isOver, show]);
  return (
    <Card
      ref={card}
      title={messages.files}
      flush
      className={classes("pb-3", isOver && "outline-accent outline-2 -outline-offset-2 outline-dashed")}
    >
      <ul>
        {attachments.map(({ id, fileName, sizeBytes }) => (
          <li key={id} className="group/note flex items-center gap-2 px-4 py-1 text-sm">
            <Paperclip aria-hidden className="text-ink-faint size-4 shrink-0" />
            <span className="min-w-0 flex-1 truncate" title={fileName}>
              {fileName}
            </span>
            <span className="figures text-ink-faint text-xs">{saySize(sizeBytes)}</span>
            <a
              href={`${path}/${id}`}
              download
              aria-label={messages.download(fileName)}
              title={messages.download(fileName)}
              className={classes(buttonClass({ variant: "quiet", size: "small", iconOnly: true }), "[&_svg]:size-3.5")}
            >
              <Download aria-hidden />
            </a>
            <IconButton
              label={messages.removeFile(fileName)}
              onClick={() => tell({ method: "DELETE", path: `${path}/${id}`, done: messages.fileRemoved(fileName) })}
            >
              <Trash2 aria-hidden />
            </IconButton>
          </li>
        ))}
        {sending.map(({ key, name, part }) => (
          <li key={key} className="flex items-center gap-2 px-4 py-1.5 text-sm">
            <Upload aria-hidden className="text-ink-faint size-4 shrink-0" />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <progress aria-label={messages.uploading(name)} value={part} max={1} className="accent-accent h-1.5 w-20" />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-1">
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            void take([...(target.files ?? [])]);
            // Choosing the same file again is a change as well.
            target.value = "";
          }}
        />
        <Button size="small" onClick={() => chooser.current?.click()}>
          <Upload aria-hidden />
          {messages.chooseFiles}
        </Button>
        <p className="text-ink-faint text-xs">{isOver ? messages.dropHere : messages.upTo(limit)}</p>
      </div>
    </Card>
  );
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append("file", file);
  return form;
}

/** A size in bytes as people say it: `12 kB`. */
function saySize(bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return sayNumber(bytes / 1000 ** power, {
    style: "unit",
    unit: units[power],
    unitDisplay: "short",
    maximumFractionDigits: 1,
  });
}
