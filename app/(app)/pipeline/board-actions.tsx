"use client";

import { useQuery } from "@tanstack/react-query";
import { Merge, Tags, UserRound } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { leadCommands } from "@/components/fields/lead-commands";
import { leadChoicesQuery, stagesQuery } from "@/components/fields/lead-queries";
import { mergeMessages } from "@/components/fields/merge/messages";
import { bulkMessages as messages } from "@/components/leads/bulk/messages";
import { type BulkStep, useBulk } from "@/components/leads/bulk/use-bulk";
import { useCommands } from "@/components/shell/use-commands";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import { mostMerged } from "@/lib/merging/model";

const MergeDialog = lazy(() =>
  import("@/components/fields/merge/merge-dialog").then((module) => ({ default: module.MergeDialog })),
);

const panels = [
  { kind: "assign", Icon: UserRound },
  { kind: "tags", Icon: Tags },
] as const;

/** What the table does with selected leads and the board does alike: to assign, tag and merge them. */
export function BoardActions({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const bulk = useBulk();
  const choices = useQuery(leadChoicesQuery()).data;
  const stages = useQuery(stagesQuery()).data?.stages ?? [];
  // A new round closes the panel that something was chosen in.
  const [round, setRound] = useState(0);
  const choose = (step: BulkStep) => {
    setRound(round + 1);
    bulk.start(step, { ids });
    onDone();
  };
  useCommands(
    { name: "selection", title: messages.selected(ids.length) },
    ids.length === 0 ? [] : leadCommands({ stages, users: choices?.users ?? [], tags: choices?.tags ?? [] }, choose),
  );
  const [merged, setMerged] = useState<string[] | null>(null);
  const buttons = panels.map(({ kind, Icon }) => {
    const label = messages[kind];
    const trigger = (
      <Button variant="quiet" size="small" title={label} disabled={bulk.isBusy}>
        <Icon aria-hidden />
        <span className="max-lg:sr-only">{label}</span>
      </Button>
    );
    return (
      <OnDemand
        key={`${kind}:${round}`}
        popup="dialog"
        trigger={trigger}
        load={() => import("@/components/leads/bulk/bulk-panels")}
        renderPanel={({ BulkPanel }) => (
          <BulkPanel kind={kind} label={label} trigger={trigger} known={{ stages: [], choices }} onChoose={choose} />
        )}
      />
    );
  });
  return (
    <>
      {buttons}
      {ids.length > 1 && ids.length <= mostMerged && (
        <Button variant="quiet" size="small" title={mergeMessages.merge} onClick={() => setMerged(ids)}>
          <Merge aria-hidden />
          <span className="max-lg:sr-only">{mergeMessages.merge}</span>
        </Button>
      )}
      {merged && (
        <Suspense>
          <MergeDialog source={{ leads: merged }} onClose={() => setMerged(null)} onMerged={onDone} />
        </Suspense>
      )}
    </>
  );
}
