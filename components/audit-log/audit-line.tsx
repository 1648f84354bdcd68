import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { paths } from "@/lib/client/paths";
import type { AuditLogAnswer } from "@/lib/dialects/native/audit-log";
import { sayEvent } from "@/lib/events/model";
import { sayExactly, sayMoment } from "@/lib/kit/moment";
import { messages } from "./messages";

type Entry = AuditLogAnswer["entries"][number];
type AuditLineProps = { entry: Entry; asOf: Date; timeZone: string };

/** Something that somebody did; opened, it tells what changed. */
export function AuditLine({ entry, asOf, timeZone }: AuditLineProps) {
  const { type, actorName, leadId } = entry;
  const occurredAt = new Date(entry.occurredAt);
  const changes = changesOf(entry);
  return (
    <details className="group">
      <summary
        data-list-item
        className="hover:bg-hover flex items-center gap-3 px-4 py-2.5 text-sm select-none [&::-webkit-details-marker]:hidden"
      >
        <ChevronRight
          aria-hidden
          className="text-ink-faint size-4 shrink-0 transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 flex-1 truncate">
          <span className="font-medium">{actorName}</span> {sayEvent({ type, stageName: null })}
        </span>
        <time
          dateTime={entry.occurredAt}
          title={sayExactly(occurredAt, timeZone)}
          className="figures text-ink-muted shrink-0 text-xs"
        >
          {sayMoment(occurredAt, asOf, timeZone)}
        </time>
      </summary>
      <div className="border-line bg-sunken border-t px-4 py-3 pl-11 text-sm">
        {changes.length === 0 ? (
          <p className="text-ink-muted">{messages.forgotten}</p>
        ) : (
          <dl className="grid grid-cols-[minmax(0,10rem)_minmax(0,1fr)] gap-x-4 gap-y-1">
            {changes.map(([field, said]) => (
              <div key={field} className="contents">
                <dt className="text-ink-muted truncate" title={field}>
                  {field}
                </dt>
                <dd className="wrap-anywhere">{said}</dd>
              </div>
            ))}
          </dl>
        )}
        {leadId && (
          <Link href={paths.lead(leadId)} className="text-accent-ink mt-2 inline-block underline">
            {messages.openLead}
          </Link>
        )}
      </div>
    </details>
  );
}

/** The fields that changed, as they were and are; of what was made or deleted, what it was. */
function changesOf({ before, after }: Entry): [field: string, said: string][] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.map((field) => [
    field,
    before && after
      ? messages.change(sayValue(before[field]), sayValue(after[field]))
      : sayValue((after ?? before)?.[field]),
  ]);
}

const sayValue = (value: unknown): string =>
  value === null || value === undefined || value === ""
    ? messages.nothing
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
