"use client";

import { CalendarClock, Mail, Phone, Plus, SquareCheckBig } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { classes } from "@/components/ui/classes";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { sayExactly, sayMoment } from "@/lib/kit/moment";
import { compose } from "./compose";
import { fieldMessages } from "./facts/messages";
import { messages } from "./messages";
import { nextStepOf } from "./next-step";
import { reachOf } from "./reach";
import { setRecordState } from "./record-state";

const reached = [
  ["phone", Phone],
  ["email", Mail],
] as const;

const stepClass = "hover:bg-hover -mx-1.5 flex min-h-6 min-w-0 items-center gap-1.5 rounded-sm px-1.5 text-left";

/** Whom the lead is about, how to reach them and what is due: in sight where the details are behind a tab. */
export function AtAGlance({ record }: { record: LeadRecordAnswer }) {
  const { lead, asOf, timeZone } = record;
  const [owner] = lead.assigned;
  const next = nextStepOf(record);
  const { name, companyName } = lead.contact;
  // A company that nobody is named for is the person, too.
  const whom = [...new Set([name, companyName])].flatMap((words) =>
    typeof words === "string" && words ? [words] : [],
  );
  const NextIcon = next?.kind === "task" ? SquareCheckBig : CalendarClock;
  return (
    <section
      aria-label={messages.atAGlance}
      className="border-line flex flex-col gap-1 border-b px-4 py-2 text-sm md:px-6 @3xl:hidden"
    >
      <div className="flex min-h-6 flex-wrap items-center gap-x-4 gap-y-1">
        {whom.map((words, place) => (
          <span key={words} className={classes("min-w-0 truncate", place === 0 ? "font-medium" : "text-ink-muted")}>
            {words}
          </span>
        ))}
        {reached.map(([field, Icon]) => {
          const reach = reachOf(field, lead.contact[field]);
          return (
            reach && (
              <a
                key={field}
                href={reach.href}
                className="text-accent-ink inline-flex min-h-6 min-w-0 items-center gap-1.5 hover:underline"
              >
                <Icon aria-hidden className="size-3.5 shrink-0" />
                <span className="truncate">{reach.text}</span>
              </a>
            )
          );
        })}
      </div>
      <div className="flex min-h-6 items-center gap-4">
        {next ? (
          <button
            type="button"
            title={next.at ? sayExactly(next.at, timeZone) : undefined}
            onClick={() => setRecordState(lead.id, { part: "related" })}
            className={classes(stepClass, next.isLate ? "text-negative" : "text-ink-muted")}
          >
            <NextIcon aria-hidden className="size-3.5 shrink-0" />
            {next.isLate && <span className="font-medium">{messages.late}</span>}
            {next.at && <span className="figures shrink-0">{sayMoment(next.at, new Date(asOf), timeZone)}</span>}
            <span className="truncate">{next.title}</span>
          </button>
        ) : (
          lead.status === "open" && (
            <button
              type="button"
              onClick={() => compose(lead.id, "task")}
              className={classes(stepClass, "text-ink-muted")}
            >
              <Plus aria-hidden className="size-3.5 shrink-0" />
              {messages.planNext}
            </button>
          )
        )}
        <span className="text-ink-muted ml-auto inline-flex shrink-0 items-center gap-2">
          {owner && <Avatar name={owner.name} size="small" />}
          <span className="sr-only">{fieldMessages.fields.ownerId}: </span>
          {owner?.name ?? messages.nobody}
        </span>
      </div>
    </section>
  );
}
