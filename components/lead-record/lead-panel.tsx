"use client";

import { useQuery } from "@tanstack/react-query";
import { Maximize2, X } from "lucide-react";
import Link from "next/link";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useRef } from "react";
import { QueryFailure } from "@/components/fields/query-failure";
import { useShortcuts } from "@/components/shell/use-shortcuts";
import { buttonClass } from "@/components/ui/button";
import { paths } from "@/lib/client/paths";
import { compose } from "./compose";
import { LeadRecord } from "./lead-record";
import { RecordSkeleton } from "./lead-record-screen";
import { messages } from "./messages";
import { isMissing, MissingLead } from "./missing-lead";
import { useNeighbours } from "./neighbours";
import { leadRecordQuery } from "./queries";
import { LeadActions, LeadName, NeighbourLinks } from "./record-header";
import { LeadStanding } from "./standing";

/** The lead that the URL names with `?lead=`, beside the list that is on screen. */
export function LeadPanel() {
  const [leadId, setLeadId] = useQueryState("lead", parseAsString.withOptions({ history: "push", scroll: false }));
  return leadId === null ? null : <Panel leadId={leadId} onShow={(id) => void setLeadId(id)} />;
}

function Panel({ leadId, onShow }: { leadId: string; onShow: (leadId: string | null) => void }) {
  const { data: known, error, refetch } = useQuery(leadRecordQuery(leadId));
  // What was there a moment ago is not shown once somebody deleted it.
  const data = isMissing(error) ? undefined : known;
  const neighbours = useNeighbours(leadId);
  const panel = useRef<HTMLElement>(null);
  const close = () => onShow(null);
  const go = (id: string | null | undefined): boolean => {
    if (id) onShow(id);
    return Boolean(id);
  };
  useShortcuts({ name: "record", title: messages.shortcuts }, [
    { keys: "Escape", description: messages.keys.close, run: close },
    { keys: "j", description: messages.keys.next, run: () => go(neighbours?.next) },
    { keys: "k", description: messages.keys.previous, run: () => go(neighbours?.previous) },
    { keys: "n", description: messages.keys.note, run: () => compose(leadId, "note") },
  ]);
  // The focus comes in with the panel, and goes back to where it was when it closes.
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section
      ref={panel}
      role="dialog"
      aria-label={data ? `${messages.panel}: ${data.lead.name}` : messages.panel}
      data-shortcuts
      tabIndex={-1}
      className="bg-surface border-line shadow-dialog fixed inset-y-0 right-0 z-30 flex w-full flex-col outline-none md:w-[min(44rem,60vw)] md:border-l"
    >
      <header className="border-line flex min-h-13 flex-wrap items-center gap-x-2 gap-y-1 border-b py-2 pr-2 pl-4 md:pr-4 md:pl-6">
        <h2 className="min-w-0 flex-1 truncate text-base font-semibold">
          {data ? <LeadName record={data} /> : messages.panel}
        </h2>
        <span className="flex items-center">
          <NeighbourLinks neighbours={neighbours} onGo={go} />
          {data && <LeadActions record={data} onGone={close} />}
          <Link
            href={paths.lead(leadId)}
            aria-label={messages.openPage}
            title={messages.openPage}
            className={buttonClass({ variant: "quiet", iconOnly: true })}
          >
            <Maximize2 aria-hidden />
          </Link>
          <button
            type="button"
            aria-label={messages.closePanel}
            title={messages.closePanel}
            onClick={close}
            className={buttonClass({ variant: "quiet", iconOnly: true })}
          >
            <X aria-hidden />
          </button>
        </span>
        {data && (
          <div className="flex w-full flex-wrap items-center gap-2 pr-2">
            <LeadStanding record={data} />
          </div>
        )}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {data ? (
          <LeadRecord key={leadId} record={data} />
        ) : isMissing(error) ? (
          <MissingLead leadId={leadId} />
        ) : error ? (
          <QueryFailure error={error} title={messages.failed} onRetry={() => void refetch()} className="py-24" />
        ) : (
          <RecordSkeleton />
        )}
      </div>
    </section>
  );
}
