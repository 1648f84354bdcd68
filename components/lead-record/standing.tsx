"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown, CircleCheck, CircleX, RotateCcw } from "lucide-react";
import { Money } from "@/components/fields/money";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dot } from "@/components/ui/dot";
import { OnDemand } from "@/components/ui/on-demand";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { messages } from "./messages";
import { pipelineSettingsQuery } from "./queries";
import { useLeadActions } from "./use-lead-actions";

/** Where the lead stands, and where it goes from there: into another stage, won, lost, open again. */
export function LeadStanding({ record }: { record: LeadRecordAnswer }) {
  const { lead } = record;
  const { close, isBusy } = useLeadActions(record);
  const stage = (
    <Button variant="quiet" size="small" title={messages.moveOn} className="text-ink -ml-2 min-w-0">
      <Dot color={lead.stage.color} />
      <span className="truncate">{lead.stage.name}</span>
      <span className="sr-only">. {messages.moveOn}</span>
      <ChevronDown aria-hidden className="text-ink-faint" />
    </Button>
  );
  return (
    <>
      <OnDemand
        popup="menu"
        trigger={stage}
        load={() => import("./stage-menu")}
        renderPanel={({ StageMenu }) => <StageMenu record={record} trigger={stage} />}
      />
      {lead.status !== "open" && (
        <Badge tone={lead.status === "won" ? "positive" : "neutral"}>{messages.statuses[lead.status]}</Badge>
      )}
      {lead.convertedAt && <Badge tone="positive">{messages.converted}</Badge>}
      {lead.archivedAt && <Badge>{messages.archived}</Badge>}
      {lead.valueMinor !== null && (
        <span className="mr-1 text-base font-semibold">
          <Money minor={lead.valueMinor} currency={lead.currency} />
        </span>
      )}
      <span role="group" aria-label={messages.close} className="flex gap-2 sm:ml-auto">
        {lead.status === "open" ? (
          <>
            <Button size="small" disabled={isBusy} onClick={() => close("won")}>
              <CircleCheck aria-hidden className="text-positive max-sm:hidden" />
              {messages.statuses.won}
            </Button>
            <LostButton isBusy={isBusy} onLost={(reasonId) => close("lost", reasonId)} />
          </>
        ) : (
          <Button size="small" disabled={isBusy} onClick={() => close("open")}>
            <RotateCcw aria-hidden />
            {messages.reopen}
          </Button>
        )}
      </span>
    </>
  );
}

/** Marks the lead as lost, and asks why first where the location wants to know. */
function LostButton({ isBusy, onLost }: { isBusy: boolean; onLost: (reasonId: string | null) => void }) {
  const { data: settings, isPending } = useQuery(pipelineSettingsQuery());
  const asks = settings !== undefined && settings.asksLostReason && settings.lostReasons.length > 0;
  const button = (
    <Button size="small" disabled={isBusy || isPending} onClick={asks ? undefined : () => onLost(null)}>
      <CircleX aria-hidden className="text-negative max-sm:hidden" />
      {messages.statuses.lost}
    </Button>
  );
  if (!asks) return button;
  return (
    <OnDemand
      popup="menu"
      trigger={button}
      load={() => import("./lost-menu")}
      renderPanel={({ LostMenu }) => <LostMenu reasons={settings.lostReasons} trigger={button} onLost={onLost} />}
    />
  );
}
