"use client";

import { Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { MentionField, type MentioningText } from "@/components/lead-record/composer/mention-field";
import { composerMessages } from "@/components/lead-record/composer/messages";
import { messages } from "@/components/lead-record/messages";
import { leadApiPath } from "@/components/lead-record/queries";
import { useWrite } from "@/components/lead-record/use-write";
import { Avatar } from "@/components/ui/avatar";
import { Button, buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Dot } from "@/components/ui/dot";
import type { TimelineNoteAnswer } from "@/lib/dialects/native/lead-timeline";
import { sayAgo, sayExactly } from "@/lib/kit/moment";

/** A note that is being changed, and what it said when that was begun. */
type NoteDraft = MentioningText & { known: string };

type NoteCardProps = { leadId: string; note: TimelineNoteAnswer; asOf: string; timeZone: string };

/** What somebody wrote down; they can change and delete it, and anybody can pin it. */
export function NoteCard({ leadId, note, asOf, timeZone }: NoteCardProps) {
  const [draft, setDraft] = useState<NoteDraft | null>(null);
  const { send, tell, isBusy } = useWrite(leadId);
  const path = `${leadApiPath(leadId)}/notes/${note.id}`;
  const at = new Date(note.createdAt);
  // What others made of it meanwhile stands below the field: who saves then has seen it.
  const isStale = draft !== null && draft.known !== note.body;
  const save = () => {
    if (!draft) return;
    const { body: text, mentions } = draft;
    const body = { body: text, mentions, known: { body: note.body } };
    void send({ method: "PATCH", path, body, done: messages.noteChanged }).then(
      () => setDraft(null),
      () => {},
    );
  };
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
            label={messages.editNote}
            onClick={() => setDraft({ body: note.body, mentions: note.mentions.map(({ id }) => id), known: note.body })}
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
      {draft ? (
        <div className="mt-2 flex flex-col gap-2">
          <MentionField
            label={messages.editNote}
            autoFocus
            value={draft}
            onChange={(text) => setDraft({ ...draft, ...text })}
            onSubmit={save}
            onCancel={() => setDraft(null)}
          />
          {isStale && (
            <div role="status" className="bg-caution-wash rounded-md p-3 text-sm">
              <p className="text-caution">{messages.noteStale}</p>
              <p className="mt-1 break-words whitespace-pre-line">{note.body}</p>
            </div>
          )}
          <div className="flex justify-end gap-2">
            <Button size="small" variant="quiet" onClick={() => setDraft(null)}>
              {messages.cancel}
            </Button>
            <Button size="small" variant="primary" busy={isBusy} disabled={draft.body.trim() === ""} onClick={save}>
              {isStale ? messages.saveMine : messages.save}
            </Button>
          </div>
        </div>
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
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: ReactNode;
}) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    onClick={onClick}
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
