"use client";

import { Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import { type ComponentProps, lazy, type ReactNode, Suspense } from "react";
import { composerMessages } from "@/components/lead-record/composer/messages";
import { messages } from "@/components/lead-record/messages";
import { leadApiPath } from "@/components/lead-record/queries";
import { setEdit, useRecordState } from "@/components/lead-record/record-state";
import { useWrite } from "@/components/lead-record/use-write";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import type { TimelineEntryAnswer, TimelineNoteAnswer } from "@/lib/dialects/native/lead-timeline";
import { sayAgo, sayExactly } from "@/lib/kit/moment";

const EditNote = lazy(() => import("./edit-note").then((module) => ({ default: module.EditNote })));

type NoteCardProps = {
  leadId: string;
  note: TimelineNoteAnswer;
  /** Its entry in the timeline; null where it stands above, pinned. */
  entry: TimelineEntryAnswer | null;
  asOf: string;
  timeZone: string;
};

/** What somebody wrote down; they can change and delete it, and anybody can pin it. */
export function NoteCard({ leadId, note, entry, asOf, timeZone }: NoteCardProps) {
  const [{ edits }] = useRecordState(leadId);
  const edit = edits[note.id];
  const { tell } = useWrite(leadId);
  const path = `${leadApiPath(leadId)}/notes/${note.id}`;
  const at = new Date(note.createdAt);
  return (
    <article
      aria-label={`${composerMessages.noteLabel}: ${note.authorName}`}
      className={classes("group/note rounded-md", note.pinned && "border-line bg-sunken border p-3")}
    >
      <div className="flex flex-wrap items-center gap-x-2 text-sm">
        <Avatar name={note.authorName} size="small" />
        <span className="font-medium">{note.authorName}</span>
        <time
          dateTime={note.createdAt}
          title={sayExactly(at, timeZone)}
          className="figures text-ink-faint shrink-0 text-xs"
        >
          {sayAgo(at, new Date(asOf), timeZone)}
          {note.edited && `, ${messages.edited}`}
        </time>
        {note.color !== null && isColor(note.color) && <Dot color={note.color} />}
        {note.pinned && <Pin aria-label={messages.pinned} className="text-ink-faint size-3.5 shrink-0" />}
        <span className="ml-auto flex opacity-0 group-focus-within/note:opacity-100 group-hover/note:opacity-100 pointer-coarse:opacity-100">
          <IconButton
            label={note.pinned ? messages.unpin : messages.pin}
            onClick={() =>
              tell({
                method: "PATCH",
                path,
                body: { pinned: !note.pinned },
                done: note.pinned ? messages.noteUnpinned : messages.notePinned,
              })
            }
          >
            {note.pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          </IconButton>
          <IconButton
            label={messages.editing.note.edit}
            data-edits={note.id}
            onClick={() => {
              const draft = { body: note.body, mentions: note.mentions.map(({ id }) => id) };
              setEdit(leadId, note.id, { kind: "note", subject: note, draft, entry, isGone: false });
            }}
          >
            <Pencil aria-hidden />
          </IconButton>
          <IconButton
            label={messages.deleteNote}
            onClick={() => tell({ method: "DELETE", path, done: messages.noteDeleted })}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </span>
      </div>
      {edit?.kind === "note" ? (
        <Suspense>
          <EditNote leadId={leadId} note={note} edit={edit} />
        </Suspense>
      ) : (
        <div className="mt-1 max-w-[72ch] text-base break-words">
          {note.title && <p className="font-medium">{note.title}</p>}
          <p className="whitespace-pre-line">
            {withMentions(
              note.body,
              note.mentions.map(({ name }) => name),
            )}
          </p>
        </div>
      )}
    </article>
  );
}

/** Whether a program's colour is one that can be shown: `#rgb` or `#rrggbb`, with or without opacity, or a name. */
const isColor = (text: string): boolean => /^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|[a-z]{3,30})$/i.test(text);

/** A small button whose icon says what it does, to those who know it; its name says it to all. */
export const IconButton = ({
  label,
  children,
  ...rest
}: { label: string; "data-edits"?: string } & Pick<ComponentProps<"button">, "onClick" | "children">) => (
  <button
    {...rest}
    type="button"
    aria-label={label}
    title={label}
    className={classes(buttonClass({ variant: "quiet", size: "small", iconOnly: true }), "[&_svg]:size-3.5")}
  >
    {children}
  </button>
);

/** The text with the names of those it mentions set apart. */
function withMentions(body: string, names: string[]): ReactNode[] {
  const known = names.filter(Boolean).map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (known.length === 0) return [body];
  return body.split(new RegExp(`(@(?:${known.join("|")}))`)).map((part, place) =>
    place % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of one text, which have no other key
      <span key={place} className="text-accent-ink bg-accent-wash rounded-sm px-0.5">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
