"use client";

import { useQuery } from "@tanstack/react-query";
import { ListChecks } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { CountRows } from "./count-rows";
import { laterMessages } from "./later-messages";
import { reportQuery } from "./later-queries";
import { messages } from "./messages";
import { Tile } from "./tile";
import { useOverviewSearch } from "./use-overview-search";

const shown = 8;

/** Leads on which somebody should have done something by now, by their owner. */
export function OverdueCard() {
  const [search] = useOverviewSearch();
  return (
    <Tile
      title={messages.overdue}
      query={useQuery(reportQuery("overdue", search))}
      icon={<ListChecks />}
      emptyOf={({ leads }) => (leads > 0 ? null : laterMessages.noOverdue)}
    >
      {({ leads, filter, owners }) => (
        <CountRows
          total={{ text: laterMessages.overdueTotal(leads), filter }}
          rows={owners.slice(0, shown).map(({ owner, ...row }) => ({
            ...row,
            id: owner?.id ?? "",
            name: owner?.name ?? laterMessages.nobody,
            mark: <Avatar name={owner?.name ?? "–"} />,
          }))}
        />
      )}
    </Tile>
  );
}
