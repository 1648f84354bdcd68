import { Card } from "@/components/ui/card";
import type { LeadRecordAnswer } from "@/lib/dialects/native/leads";
import { sayEvent } from "@/lib/events/model";
import { sayAgo, sayExactly } from "@/lib/kit/moment";
import { messages } from "./messages";

/** What happened to the lead, newest first, as a line through time. */
export function ActivityList({ record: { events, asOf, timeZone } }: { record: LeadRecordAnswer }) {
  return (
    <Card title={messages.activity} flush className="pb-3">
      {events.length === 0 ? (
        <p className="text-ink-muted px-4 py-2 text-sm">{messages.noActivity}</p>
      ) : (
        <ol className="px-4">
          {events.map((event) => (
            <li
              key={event.id}
              className="before:bg-line-strong not-last:after:bg-line relative flex items-baseline gap-3 py-1 pl-5 text-sm before:absolute before:top-3 before:left-[3px] before:size-1.5 before:rounded-full not-last:after:absolute not-last:after:top-5.5 not-last:after:-bottom-2 not-last:after:left-[5.5px] not-last:after:w-px"
            >
              <p className="text-ink-muted min-w-0 flex-1">
                <span className="text-ink font-medium">{event.actorName}</span> {sayEvent(event)}
                {event.type.endsWith(".updated") && event.fields.length > 0 && (
                  <span className="text-ink-faint block truncate text-xs">
                    {messages.changed(event.fields.map(wordOf).join(", "))}
                  </span>
                )}
              </p>
              <time
                dateTime={event.occurredAt}
                title={sayExactly(new Date(event.occurredAt), timeZone)}
                className="figures text-ink-faint shrink-0 text-xs"
              >
                {sayAgo(new Date(event.occurredAt), new Date(asOf), timeZone)}
              </time>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

/** `valueMinor` as people say it: value minor. */
const wordOf = (field: string): string =>
  (messages.names[field] ?? field.replace(/(Id|Minor)$/, "").replaceAll(/([A-Z])/g, " $1")).toLowerCase();
