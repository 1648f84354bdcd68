import { StickyNote } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { StateMessage } from "@/components/ui/state-message";
import type { LeadRecordAnswer } from "@/lib/dialects/native/leads";
import { sayAgo, sayExactly } from "@/lib/kit/moment";
import { messages } from "./messages";

/** What was written down, newest first. */
export function NotesList({ record: { notes, asOf, timeZone } }: { record: LeadRecordAnswer }) {
  return (
    <Card title={messages.notes} flush className="pb-2">
      {notes.length === 0 ? (
        <StateMessage icon={<StickyNote />} title={messages.noNotes} className="py-8" />
      ) : (
        <ul>
          {notes.map((note) => (
            <li key={note.id} className="flex gap-3 px-4 py-2.5">
              <Avatar name={note.authorName} />
              <div className="min-w-0 flex-1">
                <p className="flex items-baseline gap-2 text-sm">
                  <span className="font-medium">{note.authorName}</span>
                  <time
                    dateTime={note.createdAt}
                    title={sayExactly(new Date(note.createdAt), timeZone)}
                    className="figures text-ink-faint text-xs"
                  >
                    {sayAgo(new Date(note.createdAt), new Date(asOf), timeZone)}
                  </time>
                </p>
                <p className="mt-0.5 max-w-[72ch] text-base break-words whitespace-pre-line">{note.body}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
