"use client";

import { Users } from "lucide-react";
import Link from "next/link";
import { type KeyboardEvent, lazy, Suspense, useEffect, useState } from "react";
import { rememberLead } from "@/components/shell/recent-leads";
import { Button, buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { paths } from "@/lib/client/paths";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { AtAGlance } from "./at-a-glance";
import { focusComposer } from "./compose";
import { Composer } from "./composer/composer";
import { FactsPanel } from "./facts/facts-panel";
import { messages } from "./messages";
import { type RecordPart, useRecordState } from "./record-state";
import { RelatedPanel } from "./related/related-panel";
import { Timeline } from "./timeline/timeline";

const MergeDialog = lazy(() =>
  import("@/components/fields/merge/merge-dialog").then((module) => ({ default: module.MergeDialog })),
);

const parts: RecordPart[] = ["timeline", "details", "related"];

/**
 * All of a lead: what is known, what happened, what is related. Side by side where there is room, one at
 * a time where there is not; the same in the panel and on the page.
 */
export function LeadRecord({ record }: { record: LeadRecordAnswer }) {
  const [{ part }, setState] = useRecordState(record.lead.id);
  const { id } = record.lead;
  useEffect(() => {
    rememberLead(id);
    focusComposer(id);
  }, [id]);
  const leaveField = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
    if (!/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    // The next one closes the panel.
    event.stopPropagation();
    event.currentTarget.focus({ preventScroll: true });
  };
  const shownFor = (each: RecordPart) => classes("min-w-0", part !== each && "@max-3xl:hidden");
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape leaves any of its controls, so that keys are shortcuts again
    <div tabIndex={-1} onKeyDown={leaveField} className="@container outline-none">
      {record.duplicates > 0 && <DuplicatesBanner record={record} />}
      <AtAGlance record={record} />
      <div
        role="group"
        aria-label={messages.parts}
        className="border-line bg-surface flex gap-1 border-b px-2 md:px-4 @3xl:hidden"
      >
        {parts.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === part}
            onClick={() => setState({ part: each })}
            className="text-ink-muted hover:text-ink aria-pressed:text-ink after:bg-accent relative h-10 px-2 text-sm font-medium outline-offset-[-2px]! after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:opacity-0 aria-pressed:after:opacity-100"
          >
            {messages[each]}
          </button>
        ))}
      </div>
      <div className="mx-auto grid max-w-360 items-start gap-4 p-4 md:p-6 @3xl:grid-cols-[minmax(0,20rem)_minmax(0,1fr)] @6xl:grid-cols-[minmax(0,20rem)_minmax(0,1fr)_minmax(0,20rem)]">
        <div className={shownFor("details")}>
          <FactsPanel record={record} />
        </div>
        <div className={classes(shownFor("timeline"), "@container flex flex-col gap-4")}>
          <div data-composer>
            <Composer record={record} />
          </div>
          <Timeline record={record} />
        </div>
        <div className={classes(shownFor("related"), "@3xl:col-start-2 @6xl:col-start-auto")}>
          <RelatedPanel record={record} />
        </div>
      </div>
    </div>
  );
}

function DuplicatesBanner({ record }: { record: LeadRecordAnswer }) {
  const [isMerging, setIsMerging] = useState(false);
  const contactId = String(record.lead.contact.id);
  return (
    <div
      role="status"
      className="border-line bg-caution-wash text-caution flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2 text-sm md:px-6"
    >
      <Users aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1">{messages.duplicates(record.duplicates)}</span>
      <Link
        href={paths.duplicates({ contact: contactId })}
        className={buttonClass({ variant: "quiet", size: "small" })}
      >
        {messages.review}
      </Link>
      <Button size="small" aria-haspopup="dialog" onClick={() => setIsMerging(true)}>
        {messages.merge}
      </Button>
      {isMerging && (
        <Suspense>
          <MergeDialog source={{ alike: contactId }} onClose={() => setIsMerging(false)} />
        </Suspense>
      )}
    </div>
  );
}
