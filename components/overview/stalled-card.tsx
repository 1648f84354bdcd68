"use client";

import { useQuery } from "@tanstack/react-query";
import { Hourglass } from "lucide-react";
import { Dot } from "@/components/ui/dot";
import { CountRows } from "./count-rows";
import { laterMessages } from "./later-messages";
import { reportQuery } from "./later-queries";
import { messages } from "./messages";
import { Tile } from "./tile";
import { useOverviewSearch } from "./use-overview-search";

/** Open deals that stand still, stage by stage. */
export function StalledCard() {
  const [search] = useOverviewSearch();
  return (
    <Tile
      title={messages.stalled}
      query={useQuery(reportQuery("stalled", search))}
      icon={<Hourglass />}
      emptyOf={({ leads }) => (leads > 0 ? null : laterMessages.noStalled)}
    >
      {({ leads, filter, stages }) => {
        const severalPipelines = new Set(stages.map(({ pipeline }) => pipeline)).size > 1;
        // What all of them have in common is said once.
        const [days, ...otherDays] = new Set(stages.map(({ afterDays }) => afterDays));
        const common = otherDays.length > 0 ? undefined : days;
        return (
          <CountRows
            total={{ text: laterMessages.stalledTotal(leads, common), filter: filter ?? {} }}
            rows={stages.map((stage) => ({
              ...stage,
              mark: <Dot color={stage.color} />,
              detail: [
                severalPipelines && stage.pipeline,
                common === undefined && laterMessages.stalledSince(stage.afterDays),
              ]
                .filter(Boolean)
                .join(" · "),
            }))}
          />
        );
      }}
    </Tile>
  );
}
