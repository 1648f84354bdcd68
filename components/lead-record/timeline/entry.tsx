import {
  ArrowRightLeft,
  CalendarCheck,
  CircleCheck,
  type LucideIcon,
  Mail,
  Paperclip,
  PenLine,
  Phone,
  SquareCheck,
  StickyNote,
} from "lucide-react";
import { isEmpty, labelOf, sayValue } from "@/components/lead-record/labels";
import { messages } from "@/components/lead-record/messages";
import { leadApiPath } from "@/components/lead-record/queries";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import type { TimelineEntryAnswer } from "@/lib/dialects/native/lead-timeline";
import { sayEvent } from "@/lib/events/model";
import { wordFor } from "@/lib/kit/language";
import { sayAgo, sayDay, sayExactly, sayMoment, sayTimes } from "@/lib/kit/moment";
import type { TimelineKind } from "@/lib/leads/model";
import { CallCard } from "./call-card";
import { NoteCard } from "./note-card";

const icons: Record<TimelineKind, LucideIcon> = {
  notes: StickyNote,
  calls: Phone,
  tasks: SquareCheck,
  appointments: CalendarCheck,
  mail: Mail,
  files: Paperclip,
  stages: ArrowRightLeft,
  changes: PenLine,
};

type EntryProps = { record: LeadRecordAnswer; entry: TimelineEntryAnswer; asOf: string; timeZone: string };

/** One thing that happened: who did what and when, and the record it is about. */
export function Entry({ record, entry, asOf, timeZone }: EntryProps) {
  const Icon = entry.type === "task.completed" ? CircleCheck : icons[entry.kind];
  const leadId = record.lead.id;
  const at = new Date(entry.occurredAt);
  return (
    <li className="not-last:before:bg-line relative flex gap-3 pb-4 not-last:before:absolute not-last:before:top-7 not-last:before:bottom-1 not-last:before:left-3 not-last:before:w-px">
      <span className="border-line bg-raised text-ink-faint inline-flex size-6 shrink-0 items-center justify-center rounded-full border">
        <Icon aria-hidden className="size-3.5" />
      </span>
      <div className="min-w-0 flex-1 pt-0.5 text-sm">
        {entry.note ? (
          <NoteCard leadId={leadId} note={entry.note} entry={entry} asOf={asOf} timeZone={timeZone} />
        ) : (
          <>
            <p className="text-ink-muted flex items-baseline justify-between gap-3">
              <span className="min-w-0">
                <span className="text-ink font-medium">{entry.actorName}</span>{" "}
                {sayEvent({ type: entry.type, stageName: entry.toStage, status: statusIn(entry) })}
                {entry.fromStage && entry.toStage && (
                  <span className="text-ink-faint"> {messages.fromStage(entry.fromStage)}</span>
                )}
              </span>
              <time
                dateTime={entry.occurredAt}
                title={sayExactly(at, timeZone)}
                className="figures text-ink-faint shrink-0 text-xs"
              >
                {sayAgo(at, new Date(asOf), timeZone)}
              </time>
            </p>
            <Changes record={record} entry={entry} asOf={asOf} timeZone={timeZone} />
            <About leadId={leadId} entry={entry} asOf={asOf} timeZone={timeZone} />
          </>
        )}
      </div>
    </li>
  );
}

const statusIn = ({ changes }: TimelineEntryAnswer): string | null => {
  const status = changes.find(({ field }) => field === "status")?.after;
  return typeof status === "string" ? status : null;
};

/** Each field that was changed, before and after. */
function Changes({ record, entry, asOf, timeZone }: EntryProps) {
  const told = entry.changes.filter(({ field }) => field !== "status" && !field.startsWith("step:"));
  if (told.length === 0 || entry.appointment) return null;
  const around = { currency: record.lead.currency, asOf, timeZone };
  return (
    <dl className="text-ink-muted mt-1 flex flex-col gap-0.5">
      {told.map(({ field, label, before, after }) => (
        <div key={field} className="flex flex-wrap gap-x-1.5 break-words">
          <dt className="text-ink-faint">
            {label ?? labelOf(entry.type === "contact.updated" ? `contact.${field}` : field, record)}:
          </dt>
          <dd className="min-w-0">
            {!isEmpty(before) && (
              <>
                <del className="text-ink-faint decoration-ink-faint/60">{sayValue(field, before, around)}</del>
                <span aria-hidden> → </span>
              </>
            )}
            <ins className="text-ink no-underline">{sayValue(field, after, around)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

type AboutProps = Omit<EntryProps, "record"> & { leadId: string };

/** The record that the entry is about, as it is now. */
function About({ leadId, entry, asOf, timeZone }: AboutProps) {
  const { call, task, appointment, file, mail } = entry;
  const say = (moment: string) => sayMoment(new Date(moment), new Date(asOf), timeZone);
  if (call) return <CallCard leadId={leadId} call={call} entry={entry} asOf={asOf} timeZone={timeZone} />;
  if (task)
    return (
      <p className="mt-1">
        <span className={task.completedAt ? "text-ink-muted line-through" : undefined}>{task.title}</span>
        <span className="text-ink-faint">
          {task.dueAt && !task.completedAt && ` · ${messages.due(say(task.dueAt))}`}
          {task.assignedToName && ` · ${task.assignedToName}`}
        </span>
      </p>
    );
  if (appointment) {
    const starts = new Date(appointment.startsAt);
    return (
      <p className="mt-1">
        <span className="figures">
          {sayDay(starts, new Date(asOf), timeZone)} {sayTimes(starts, new Date(appointment.endsAt), timeZone)}
        </span>
        <span className="text-ink-faint">
          {` · ${wordFor(messages.appointmentStatuses, appointment.status)}`}
          {appointment.note && ` · ${appointment.note}`}
        </span>
      </p>
    );
  }
  if (file)
    return file.id ? (
      <p className="mt-1">
        <a
          href={`${leadApiPath(leadId)}/files/${file.id}`}
          download
          className="text-accent-ink break-words hover:underline"
        >
          {file.fileName}
        </a>
      </p>
    ) : (
      <p className="text-ink-muted mt-1 break-words">{file.fileName}</p>
    );
  if (mail)
    return (
      <p className="mt-1">
        {mail.subject}{" "}
        <span className="text-ink-faint">
          {messages.mailTo(mail.to)} · {wordFor(messages.mailStatuses, mail.status)}
        </span>
      </p>
    );
  return null;
}
