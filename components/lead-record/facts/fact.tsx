"use client";

import { Copy, Pencil } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { messages } from "@/components/lead-record/messages";
import { classes } from "@/components/ui/classes";
import { showToast } from "@/components/ui/toast";
import { useFocusBack } from "@/components/ui/use-focus-back";
import type { Editing } from "./editing";
import { Editor } from "./editor";

type FactProps = {
  name: string;
  label: string;
  value: unknown;
  /** What stands for the value; null where nothing is known. */
  children: ReactNode;
  /** Absent for what can not be changed here. */
  editing?: Editing | null;
  /** What copying it copies; absent for what nobody copies. */
  copies?: string | null;
  /** What a click on the value does, such as `mailto:ada@example.com`. */
  href?: string | null;
  onSave: (value: unknown) => Promise<void>;
};

/** A name and what is known under it, changed where it stands: a click, Enter, F2 or `e`. */
export function Fact({ name, label, value, children, editing, copies, href, onSave }: FactProps) {
  const [isEditing, setIsEditing] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  useFocusBack(isEditing, () => row.current?.querySelector("button")?.focus());
  const byKey = (event: KeyboardEvent) => {
    const isOurs = event.key === "F2" || (event.key === "e" && !event.ctrlKey && !event.metaKey && !event.altKey);
    if (isEditing || !editing || !isOurs) return;
    event.preventDefault();
    event.stopPropagation();
    setIsEditing(true);
  };
  const isEmpty = children === null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- F2 and e work on any of its controls
    <div ref={row} onKeyDown={byKey} className="group grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3 text-sm">
      <dt className="text-ink-faint truncate" title={label}>
        {label}
      </dt>
      <dd className="min-w-0">
        {isEditing && editing ? (
          <Editor
            name={name}
            label={label}
            value={value}
            editing={editing}
            onSave={onSave}
            onClose={() => setIsEditing(false)}
          />
        ) : (
          <div className="relative flex items-start gap-1">
            {href ? (
              <a href={href} className="text-accent-ink min-w-0 flex-1 break-words hover:underline">
                {children}
              </a>
            ) : editing ? (
              <button
                type="button"
                onClick={() => setIsEditing(true)}
                className={classes(
                  "hover:bg-hover -mx-1.5 min-h-5 min-w-0 flex-1 rounded-sm px-1.5 text-left break-words whitespace-pre-line",
                  isEmpty && "text-ink-faint",
                )}
              >
                <span className="sr-only">{label}: </span>
                {isEmpty ? messages.empty : children}
                <span className="sr-only">. {messages.edit(label)}</span>
              </button>
            ) : (
              <span className={classes("min-w-0 flex-1 break-words whitespace-pre-line", isEmpty && "text-ink-faint")}>
                {isEmpty ? messages.empty : children}
              </span>
            )}
            <span className="bg-raised absolute top-0 right-0 flex rounded-sm opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:static pointer-coarse:opacity-100">
              {copies && (
                <SmallButton label={messages.copy(label)} onClick={() => void copy(label, copies)}>
                  <Copy aria-hidden />
                </SmallButton>
              )}
              {href && editing && (
                <SmallButton label={messages.edit(label)} onClick={() => setIsEditing(true)}>
                  <Pencil aria-hidden />
                </SmallButton>
              )}
            </span>
          </div>
        )}
      </dd>
    </div>
  );
}

function SmallButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="text-ink-faint hover:bg-hover hover:text-ink -my-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-sm [&_svg]:size-3.5"
    >
      {children}
    </button>
  );
}

async function copy(label: string, text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  showToast({ title: messages.copied(label) });
}
