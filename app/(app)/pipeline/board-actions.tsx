"use client";

import { useQuery } from "@tanstack/react-query";
import { Tags, UserRound } from "lucide-react";
import { useState } from "react";
import { leadCommands } from "@/components/fields/lead-commands";
import { bulkMessages as messages } from "@/components/leads/bulk/messages";
import { type BulkStep, useBulk } from "@/components/leads/bulk/use-bulk";
import { choicesQuery, stagesQuery } from "@/components/leads/queries";
import { useCommands } from "@/components/shell/use-commands";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";

const panels = [
  { kind: "assign", label: messages.assign, Icon: UserRound },
  { kind: "tags", label: messages.tags, Icon: Tags },
] as const;

/** What the table does with selected leads and the board does alike: to assign and to tag them. */
export function BoardActions({ ids, onDone }: { ids: string[]; onDone: () => void }) {
  const bulk = useBulk();
  const choices = useQuery(choicesQuery()).data;
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
  return panels.map(({ kind, label, Icon }) => {
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
}
