"use client";

import { ChevronDown, Combine, Download, Tags, Trash2, UserRound, Workflow, X } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { BulkProgress } from "@/components/fields/bulk/bulk-progress";
import { FloatingBar } from "@/components/fields/bulk/floating-bar";
import { leadCommands } from "@/components/fields/lead-commands";
import type { FilterChoices } from "@/components/leads/filter/fields";
import { countSelected, everythingSelected, nothingSelected, type Selection } from "@/components/leads/state/selection";
import { useCommands } from "@/components/shell/use-commands";
import { Button, buttonClass } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import { showToast } from "@/components/ui/toast";
import { bulkLimits } from "@/lib/bulk/model";
import type { LeadQuery } from "@/lib/leads/query/model";
import { mostMerged } from "@/lib/merging/model";
import { ConfirmBulk } from "./confirm-bulk";
import { bulkMessages as messages } from "./messages";
import { type BulkStep, selectionBody, useBulk } from "./use-bulk";

export type BulkBarProps = {
  selection: Selection;
  onSelect: (selection: Selection) => void;
  /** How many leads are loaded, and how many match; null when nobody knows exactly. */
  loaded: number;
  total: number | null;
  query: LeadQuery;
  known: FilterChoices;
  /** Where the selected leads can be had as a file; null where they are too many to be named. */
  exportHref: string | null;
};

const MergeDialog = lazy(() =>
  import("@/components/fields/merge/merge-dialog").then((module) => ({ default: module.MergeDialog })),
);

/** So many leads are changed without a question: undoing them is as quick. */
const mostUnasked = 50;

/** What can be done to the selected leads, over the foot of the list; and how far what is being done is. */
export function BulkBar({ selection, onSelect, loaded, total, query, known, exportHref }: BulkBarProps) {
  const bulk = useBulk();
  const [asked, setAsked] = useState<BulkStep | null>(null);
  const count = countSelected(selection, total);
  const isAny = selection.isInverted || selection.ids.size > 0;
  const run = (step: BulkStep) => {
    setAsked(null);
    bulk.start(step, selectionBody(selection, query));
    onSelect(nothingSelected);
  };
  const [merged, setMerged] = useState<readonly string[] | null>(null);
  const mayMerge = !selection.isInverted && selection.ids.size >= 2 && selection.ids.size <= mostMerged;
  const merge = mayMerge ? () => setMerged([...selection.ids]) : null;
  // A new round closes the panel that something was chosen in.
  const [round, setRound] = useState(0);
  const choose = (step: BulkStep) => {
    setRound(round + 1);
    if (!selection.isInverted && selection.ids.size > bulkLimits.ids)
      showToast({ tone: "negative", title: messages.tooMany(bulkLimits.ids) });
    else if (selection.isInverted || selection.ids.size > mostUnasked) setAsked(step);
    else run(step);
  };
  const clear = () => onSelect(nothingSelected);
  useCommands(
    { name: "selection", title: messages.selected(count) },
    isAny && !bulk.isBusy
      ? [
          ...leadCommands(
            { stages: known.stages, users: known.choices?.users ?? [], tags: known.choices?.tags ?? [] },
            choose,
          ),
          ...(merge ? [{ id: "merge", label: messages.merge, icon: Combine, act: merge }] : []),
        ]
      : [],
  );
  if (bulk.running) return <BulkProgress running={bulk.running} onStop={bulk.stop} />;
  if (!isAny && !asked) return null;
  const panel = (kind: "assign" | "stage" | "tags" | "more", label: string, Icon: typeof Tags) => {
    const trigger = (
      <Button variant="quiet" size="small" title={label} disabled={bulk.isBusy}>
        <Icon aria-hidden />
        <span className="max-xl:sr-only">{label}</span>
      </Button>
    );
    return (
      <OnDemand
        key={`${kind}:${round}`}
        popup={kind === "more" ? "menu" : "dialog"}
        trigger={trigger}
        load={() => import("./bulk-panels")}
        renderPanel={({ BulkPanel }) => (
          <BulkPanel kind={kind} label={label} trigger={trigger} known={known} onChoose={choose} onMerge={merge} />
        )}
      />
    );
  };
  return (
    <>
      <FloatingBar label={messages.selection}>
        <span role="status" className="figures pl-1.5 text-sm font-medium whitespace-nowrap">
          {messages.selected(count)}
        </span>
        {!selection.isInverted &&
          selection.ids.size >= Math.min(loaded, 2) &&
          (total === null || total > selection.ids.size) && (
            <Button
              variant="quiet"
              size="small"
              className="text-accent-ink!"
              onClick={() => onSelect(everythingSelected)}
            >
              {messages.selectAll(total)}
            </Button>
          )}
        <span className="bg-line mx-1 h-5 w-px shrink-0" />
        {panel("assign", messages.assign, UserRound)}
        {panel("stage", messages.stage, Workflow)}
        {panel("tags", messages.tags, Tags)}
        {exportHref && (
          <a
            href={exportHref}
            download
            title={messages.export}
            className={buttonClass({ variant: "quiet", size: "small" })}
          >
            <Download aria-hidden />
            <span className="max-xl:sr-only">{messages.export}</span>
          </a>
        )}
        {panel("more", messages.more, ChevronDown)}
        <Button
          variant="quiet"
          size="small"
          aria-label={messages.delete}
          title={messages.delete}
          iconOnly
          onClick={() => choose({ command: { type: "delete" }, what: "" })}
        >
          <Trash2 aria-hidden />
        </Button>
        <span className="bg-line mx-1 h-5 w-px shrink-0" />
        <Button variant="quiet" size="small" iconOnly aria-label={messages.clear} onClick={clear}>
          <X aria-hidden />
        </Button>
      </FloatingBar>
      {merged && (
        <Suspense>
          <MergeDialog source={{ leads: merged }} onClose={() => setMerged(null)} onMerged={clear} />
        </Suspense>
      )}
      {asked && (
        <ConfirmBulk
          step={asked}
          selection={selectionBody(selection, query)}
          onConfirm={() => run(asked)}
          onCancel={() => setAsked(null)}
        />
      )}
    </>
  );
}
