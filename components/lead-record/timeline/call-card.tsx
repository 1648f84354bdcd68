"use client";

import { Pencil, Trash2 } from "lucide-react";
import { lazy, Suspense } from "react";
import { draftOf } from "@/components/lead-record/composer/call-fields";
import { messages } from "@/components/lead-record/messages";
import { leadApiPath } from "@/components/lead-record/queries";
import { setEdit, useRecordState } from "@/components/lead-record/record-state";
import { useWrite } from "@/components/lead-record/use-write";
import type { TimelineCallAnswer, TimelineEntryAnswer } from "@/lib/dialects/native/lead-timeline";
import { IconButton } from "./note-card";
import { sayCall } from "./say-call";

const EditCall = lazy(() => import("./edit-call").then((module) => ({ default: module.EditCall })));

type CallCardProps = {
  leadId: string;
  call: TimelineCallAnswer;
  entry: TimelineEntryAnswer;
  asOf: string;
  timeZone: string;
};

/** A call that was written down: how it went and what was said. */
export function CallCard({ leadId, call, entry, asOf, timeZone }: CallCardProps) {
  const { tell } = useWrite(leadId);
  const [{ edits }] = useRecordState(leadId);
  const edit = edits[call.id];
  if (edit?.kind === "call")
    return (
      <Suspense>
        <EditCall leadId={leadId} call={call} edit={edit} asOf={asOf} timeZone={timeZone} />
      </Suspense>
    );
  return (
    <div className="group/note mt-1">
      <p className="flex items-center gap-2">
        <span className="figures text-ink-muted min-w-0">{sayCall(call, asOf, timeZone)}</span>
        <span className="ml-auto flex opacity-0 group-focus-within/note:opacity-100 group-hover/note:opacity-100 pointer-coarse:opacity-100">
          <IconButton
            label={messages.editing.call.edit}
            data-edits={call.id}
            onClick={() => {
              const draft = draftOf(call, timeZone);
              setEdit(leadId, call.id, { kind: "call", subject: call, draft, entry, isGone: false });
            }}
          >
            <Pencil aria-hidden />
          </IconButton>
          <IconButton
            label={messages.deleteCall}
            onClick={() =>
              tell({ method: "DELETE", path: `${leadApiPath(leadId)}/calls/${call.id}`, done: messages.callDeleted })
            }
          >
            <Trash2 aria-hidden />
          </IconButton>
        </span>
      </p>
      {call.body && <p className="max-w-[72ch] text-base break-words whitespace-pre-line">{call.body}</p>}
    </div>
  );
}
