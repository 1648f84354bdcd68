"use client";

import { Pencil, Trash2 } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { composerMessages } from "@/components/lead-record/composer/messages";
import { messages } from "@/components/lead-record/messages";
import { leadApiPath } from "@/components/lead-record/queries";
import { useWrite } from "@/components/lead-record/use-write";
import type { TimelineEntryAnswer } from "@/lib/dialects/native/lead-timeline";
import { wordFor } from "@/lib/kit/language";
import { sayMoment } from "@/lib/kit/moment";
import { IconButton } from "./note-card";

const EditCall = lazy(() => import("./edit-call").then((module) => ({ default: module.EditCall })));

type Call = NonNullable<TimelineEntryAnswer["call"]>;
type CallCardProps = { leadId: string; call: Call; asOf: string; timeZone: string };

/** A call that was written down: how it went and what was said. */
export function CallCard({ leadId, call, asOf, timeZone }: CallCardProps) {
  const { tell } = useWrite(leadId);
  const [isEditing, setIsEditing] = useState(false);
  const { directions, outcomes } = composerMessages;
  const parts = [
    wordFor(directions, call.direction),
    wordFor(outcomes, call.outcome),
    ...(call.durationSeconds ? [composerMessages.minutesShort(Math.round(call.durationSeconds / 60))] : []),
    sayMoment(new Date(call.calledAt), new Date(asOf), timeZone),
  ];
  if (isEditing)
    return (
      <Suspense>
        <EditCall leadId={leadId} call={call} asOf={asOf} timeZone={timeZone} onClose={() => setIsEditing(false)} />
      </Suspense>
    );
  return (
    <div className="group/note mt-1">
      <p className="flex items-center gap-2">
        <span className="figures text-ink-muted min-w-0">{parts.join(" · ")}</span>
        <span className="ml-auto flex opacity-0 group-focus-within/note:opacity-100 group-hover/note:opacity-100 pointer-coarse:opacity-100">
          <IconButton label={messages.editCall} onClick={() => setIsEditing(true)}>
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
