"use client";

import { ChevronDown, ChevronUp, Ellipsis } from "lucide-react";
import { type ComponentType, useEffect, useState } from "react";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { OnDemand } from "@/components/ui/on-demand";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { Editor } from "./facts/editor";
import { fieldMessages } from "./facts/messages";
import { messages } from "./messages";
import type { Neighbours } from "./neighbours";
import { useSaveFields } from "./use-patch-lead";

/** The name of a lead, changed where it stands. */
export function LeadName({ record }: { record: LeadRecordAnswer }) {
  const [isEditing, setIsEditing] = useState(false);
  const save = useSaveFields(record);
  const { name } = record.lead;
  if (isEditing)
    return (
      <span className="inline-block w-80 max-w-full">
        <Editor
          name="name"
          label={fieldMessages.fields.name}
          value={name}
          editing={{ type: "line", required: true }}
          onSave={(next) => save({ name: next ?? "" })}
          onClose={() => setIsEditing(false)}
        />
      </span>
    );
  return (
    <button
      type="button"
      title={messages.edit(fieldMessages.fields.name)}
      onClick={() => setIsEditing(true)}
      className="hover:bg-hover line-clamp-2 max-w-full rounded-sm text-left leading-5 break-words whitespace-normal"
    >
      {name}
    </button>
  );
}

/** What can be done with the lead as a whole. */
export function LeadActions({ record, onGone }: { record: LeadRecordAnswer; onGone: () => void }) {
  const trigger = (
    <button
      type="button"
      aria-label={messages.actions}
      title={messages.actions}
      className={buttonClass({ variant: "quiet", iconOnly: true })}
    >
      <Ellipsis aria-hidden />
    </button>
  );
  return (
    <>
      <OnDemand
        popup="menu"
        trigger={trigger}
        load={() => import("./actions-menu")}
        renderPanel={({ ActionsMenu }) => <ActionsMenu record={record} trigger={trigger} onGone={onGone} />}
      />
      <LaterCommands record={record} onGone={onGone} />
    </>
  );
}

/** What the palette can do to the lead, fetched when the lead is on screen. */
function LaterCommands(props: { record: LeadRecordAnswer; onGone: () => void }) {
  const [Commands, setCommands] = useState<ComponentType<typeof props> | null>(null);
  useEffect(() => void import("./record-commands").then(({ RecordCommands }) => setCommands(() => RecordCommands)), []);
  return Commands && <Commands {...props} />;
}

/** The way along the list one came from. */
export function NeighbourLinks({
  neighbours,
  onGo,
}: {
  neighbours: Neighbours | null;
  onGo: (leadId: string) => void;
}) {
  if (!neighbours) return null;
  const { previous, next, place, of } = neighbours;
  return (
    <span className="flex items-center">
      <span className="figures text-ink-faint px-1 text-xs whitespace-nowrap max-sm:hidden">
        {messages.place(place, of)}
      </span>
      {[
        { to: previous, label: messages.previous, key: "k", Icon: ChevronUp },
        { to: next, label: messages.next, key: "j", Icon: ChevronDown },
      ].map(({ to, label, key, Icon }) => (
        <button
          key={label}
          type="button"
          aria-label={label}
          aria-keyshortcuts={key}
          title={`${label} (${key})`}
          disabled={to === null}
          onClick={() => to !== null && onGo(to)}
          className={classes(buttonClass({ variant: "quiet", iconOnly: true }), "disabled:opacity-40")}
        >
          <Icon aria-hidden />
        </button>
      ))}
    </span>
  );
}
